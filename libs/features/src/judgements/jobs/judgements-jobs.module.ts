import { Module } from '@nestjs/common';
import { JudgementsModule } from '../judgements.module.js';
import { JudgeMissionsHandler } from './judge-missions.handler.js';
import { RecordDepartmentJudgementHandler } from './record-department-judgement.handler.js';

@Module({ imports: [JudgementsModule], providers: [JudgeMissionsHandler, RecordDepartmentJudgementHandler] })
export class JudgementsJobsModule {}
