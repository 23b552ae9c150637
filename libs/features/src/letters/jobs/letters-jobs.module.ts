import { Module } from '@nestjs/common';
import { LettersModule } from '../letters.module.js';
import { OverdueLettersWatch } from './overdue-letters.watch.js';

@Module({ imports: [LettersModule], providers: [OverdueLettersWatch] })
export class LettersJobsModule {}
