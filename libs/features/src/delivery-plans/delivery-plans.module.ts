import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { SubmissionsModule } from '#features/submissions/submissions.module.js';
import { DeliveryPlan } from './delivery-plan.entity.js';
import { DeliveryPlanContents } from './delivery-plan-contents.js';
import { DeliveryPlansService } from './delivery-plans.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([DeliveryPlan]), FrameworksModule, MissionsModule, SubmissionsModule],
  providers: [DeliveryPlanContents, DeliveryPlansService],
  exports: [DeliveryPlansService, SubmissionsModule],
})
export class DeliveryPlansModule {}
