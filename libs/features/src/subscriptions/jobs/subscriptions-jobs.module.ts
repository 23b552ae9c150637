import { Module } from '@nestjs/common';
import { SubscriptionsModule } from '../subscriptions.module.js';
import { ClearSubscriptionsWatch } from './clear-subscriptions.watch.js';
import { TellSubscribersWatch } from './tell-subscribers.watch.js';

@Module({ imports: [SubscriptionsModule], providers: [ClearSubscriptionsWatch, TellSubscribersWatch] })
export class SubscriptionsJobsModule {}
