import { Module } from '@nestjs/common';
import { JudgementsModule } from '../judgements.module.js';
import { CouncilJudgementsController } from './council-judgements.controller.js';
import { RecordCouncilJudgementController } from './record-council-judgement.controller.js';

@Module({ imports: [JudgementsModule], controllers: [CouncilJudgementsController, RecordCouncilJudgementController] })
export class JudgementsWebModule {}
