import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { DeliveryPlansModule } from '../delivery-plans.module.js';
import { AnswerDependencyController } from './answer-dependency.controller.js';
import { AskDependencyController } from './ask-dependency.controller.js';
import { CheckDeliveryPlanController } from './check-delivery-plan.controller.js';
import { CopyPlanController } from './copy-plan.controller.js';
import { DeliveryPlanPages } from './delivery-plan-pages.js';
import { EditPlanContributionController } from './edit-plan-contribution.controller.js';
import { EditPlanLineController } from './edit-plan-line.controller.js';
import { EditPlanSummaryController } from './edit-plan-summary.controller.js';
import { EditPlanTotalController } from './edit-plan-total.controller.js';
import { ListDependenciesController } from './list-dependencies.controller.js';
import { PlanDependencyPanel } from './plan-dependency-panel.js';
import { RemovePlanLineController } from './remove-plan-line.controller.js';
import { ShowCrosswalkController } from './show-crosswalk.controller.js';
import { ShowDeliveryPlanController } from './show-delivery-plan.controller.js';
import { ShowPlanChangesController } from './show-plan-changes.controller.js';
import { ShowPlanSectionController } from './show-plan-section.controller.js';

@Module({
  imports: [DeliveryPlansModule, PageCacheModule],
  controllers: [
    ShowDeliveryPlanController,
    ShowPlanSectionController,
    EditPlanSummaryController,
    EditPlanContributionController,
    EditPlanLineController,
    RemovePlanLineController,
    EditPlanTotalController,
    CopyPlanController,
    ShowPlanChangesController,
    CheckDeliveryPlanController,
    AskDependencyController,
    ListDependenciesController,
    AnswerDependencyController,
    ShowCrosswalkController,
  ],
  providers: [DeliveryPlanPages, PlanDependencyPanel],
})
export class DeliveryPlansWebModule {}
