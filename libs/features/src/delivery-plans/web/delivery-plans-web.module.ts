import { Module } from '@nestjs/common';
import { DeliveryPlansModule } from '../delivery-plans.module.js';
import { CheckDeliveryPlanController } from './check-delivery-plan.controller.js';
import { DeclineDeliveryPlanController } from './decline-delivery-plan.controller.js';
import { EditDeliveryPlanController } from './edit-delivery-plan.controller.js';
import { ShowDeliveryPlanController } from './show-delivery-plan.controller.js';
import { ShowDeliveryPlanVersionController } from './show-delivery-plan-version.controller.js';
import { SignDeliveryPlanController } from './sign-delivery-plan.controller.js';
import { TakeUpDeliveryPlanController } from './take-up-delivery-plan.controller.js';
import { WithdrawDeliveryPlanController } from './withdraw-delivery-plan.controller.js';

@Module({
  imports: [DeliveryPlansModule],
  controllers: [
    ShowDeliveryPlanController,
    EditDeliveryPlanController,
    CheckDeliveryPlanController,
    SignDeliveryPlanController,
    DeclineDeliveryPlanController,
    WithdrawDeliveryPlanController,
    TakeUpDeliveryPlanController,
    ShowDeliveryPlanVersionController,
  ],
})
export class DeliveryPlansWebModule {}
