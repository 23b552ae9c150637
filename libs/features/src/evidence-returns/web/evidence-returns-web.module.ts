import { Module } from '@nestjs/common';
import { MissionsModule } from '#features/missions/missions.module.js';
import { EvidenceReturnsModule } from '../evidence-returns.module.js';
import { CheckEvidenceReturnController } from './check-evidence-return.controller.js';
import { DeclineEvidenceReturnController } from './decline-evidence-return.controller.js';
import { EditFiguresController } from './edit-figures.controller.js';
import { EditNarrativeController } from './edit-narrative.controller.js';
import { EditNextStepsController } from './edit-next-steps.controller.js';
import { EditRatingController } from './edit-rating.controller.js';
import { FigureCharts } from './figure-charts.service.js';
import { ShowEvidenceReturnController } from './show-evidence-return.controller.js';
import { ShowEvidenceReturnVersionController } from './show-evidence-return-version.controller.js';
import { SignEvidenceReturnController } from './sign-evidence-return.controller.js';
import { TakeUpEvidenceReturnController } from './take-up-evidence-return.controller.js';
import { WithdrawEvidenceReturnController } from './withdraw-evidence-return.controller.js';

@Module({
  imports: [EvidenceReturnsModule, MissionsModule],
  controllers: [
    ShowEvidenceReturnController,
    EditFiguresController,
    EditNarrativeController,
    EditRatingController,
    EditNextStepsController,
    CheckEvidenceReturnController,
    SignEvidenceReturnController,
    DeclineEvidenceReturnController,
    WithdrawEvidenceReturnController,
    TakeUpEvidenceReturnController,
    ShowEvidenceReturnVersionController,
  ],
  providers: [FigureCharts],
})
export class EvidenceReturnsWebModule {}
