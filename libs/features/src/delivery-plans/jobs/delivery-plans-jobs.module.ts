import { Module } from '@nestjs/common';
import { DeliveryPlansModule } from '../delivery-plans.module.js';
import { PlanDependenciesWatch } from './plan-dependencies.watch.js';

@Module({ imports: [DeliveryPlansModule], providers: [PlanDependenciesWatch] })
export class DeliveryPlansJobsModule {}
