import { Module } from '@nestjs/common';
import { CouncilModule } from '#features/council/council.module.js';
import { JudgementsModule } from '../judgements.module.js';
import { CouncilJudgementsController } from './council-judgements.controller.js';
import { RecordCouncilJudgementController } from './record-council-judgement.controller.js';

@Module({ imports: [CouncilModule, JudgementsModule], controllers: [CouncilJudgementsController, RecordCouncilJudgementController] })
export class JudgementsWebModule {}
