import { Module } from '@nestjs/common';
import { PublishedObservationsModule } from '#features/observations/published-observations.module.js';
import { EvidenceReturnsModule } from '../evidence-returns.module.js';
import { CheckEvidenceReturnController } from './check-evidence-return.controller.js';
import { CopyForwardController } from './copy-forward.controller.js';
import { EditDepartureController } from './edit-departure.controller.js';
import { EditEvidenceController } from './edit-evidence.controller.js';
import { EditFiguresController } from './edit-figures.controller.js';
import { EditNarrativeController } from './edit-narrative.controller.js';
import { EditNextStepsController } from './edit-next-steps.controller.js';
import { EditRatingController } from './edit-rating.controller.js';
import { EditRiskController } from './edit-risk.controller.js';
import { EditStepController } from './edit-step.controller.js';
import { EditStepOutcomeController } from './edit-step-outcome.controller.js';
import { EvidenceReturnPages } from './evidence-return-pages.js';
import { FigureCharts } from './figure-charts.service.js';
import { FullReturnController } from './full-return.controller.js';
import { ListEvidenceController } from './list-evidence.controller.js';
import { ListLastStepsController } from './list-last-steps.controller.js';
import { ListRisksController } from './list-risks.controller.js';
import { NilReturnController } from './nil-return.controller.js';
import { RemoveItemController } from './remove-item.controller.js';
import { ShowEvidenceReturnController } from './show-evidence-return.controller.js';

@Module({
  imports: [EvidenceReturnsModule, PublishedObservationsModule],
  controllers: [
    ShowEvidenceReturnController,
    EditFiguresController,
    EditDepartureController,
    EditNarrativeController,
    ListEvidenceController,
    EditEvidenceController,
    EditRatingController,
    ListRisksController,
    EditRiskController,
    ListLastStepsController,
    EditStepOutcomeController,
    EditNextStepsController,
    EditStepController,
    RemoveItemController,
    CopyForwardController,
    NilReturnController,
    FullReturnController,
    CheckEvidenceReturnController,
  ],
  providers: [EvidenceReturnPages, FigureCharts],
})
export class EvidenceReturnsWebModule {}
