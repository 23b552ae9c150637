import { Module } from '@nestjs/common';
import { SubscriptionsModule } from '../subscriptions.module.js';
import { CountSubscribersController } from './count-subscribers.controller.js';
import { OwnSubscriptionsController } from './own-subscriptions.controller.js';
import { SubscribeController } from './subscribe.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

@Module({
  imports: [SubscriptionsModule],
  // the end of all before the change of one, whose address is as long
  controllers: [SubscribeController, OwnSubscriptionsController, UnsubscribeController, CountSubscribersController],
})
export class SubscriptionsWebModule {}
