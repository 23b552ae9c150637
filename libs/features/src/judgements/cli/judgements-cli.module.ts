import { Module } from '@nestjs/common';
import { JudgementsModule } from '../judgements.module.js';
import { JudgeCommand } from './judge.command.js';

@Module({ imports: [JudgementsModule], providers: [JudgeCommand] })
export class JudgementsCliModule {}
