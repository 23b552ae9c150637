import { Module } from '@nestjs/common';
import { AmbitionModule } from '#features/ambition/ambition.module.js';
import { JudgementsModule } from '../judgements.module.js';
import { JudgeCommand } from './judge.command.js';

@Module({ imports: [JudgementsModule, AmbitionModule], providers: [JudgeCommand] })
export class JudgementsCliModule {}
