import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { SubmissionsModule } from '#features/submissions/submissions.module.js';
import { CrosswalkQueries } from './crosswalk.queries.js';
import { DeliveryPlan } from './delivery-plan.entity.js';
import { DeliveryPlanContents } from './delivery-plan-contents.js';
import { DeliveryPlansService } from './delivery-plans.service.js';
import { PlanChoicesQueries } from './plan-choices.queries.js';
import { PlanCopyingService } from './plan-copying.service.js';
import { PlanDependenciesQueries } from './plan-dependencies.queries.js';
import { PlanDependenciesService } from './plan-dependencies.service.js';
import { PlanDependencyAnswer } from './plan-dependency-answer.entity.js';
import { PlanDependencyRequest } from './plan-dependency-request.entity.js';
import { PlanLinesService } from './plan-lines.service.js';
import { PlanFillingService } from './plan-filling.service.js';
import { PlanOpening } from './plan-opening.service.js';
import { PlanParts } from './plan-parts.js';

@Module({
  imports: [TypeOrmModule.forFeature([DeliveryPlan, PlanDependencyAnswer, PlanDependencyRequest]), CalendarModule, FrameworksModule, MissionsModule, NotificationsModule, SubmissionsModule],
  providers: [
    CrosswalkQueries, DeliveryPlanContents, DeliveryPlansService, PlanChoicesQueries, PlanCopyingService, PlanDependenciesQueries, PlanDependenciesService, PlanFillingService, PlanLinesService, PlanOpening, PlanParts,
  ],
  exports: [
    CrosswalkQueries, DeliveryPlansService, PlanChoicesQueries, PlanCopyingService, PlanDependenciesQueries, PlanDependenciesService, PlanFillingService, PlanLinesService, PlanOpening, PlanParts, SubmissionsModule,
  ],
})
export class DeliveryPlansModule {}
