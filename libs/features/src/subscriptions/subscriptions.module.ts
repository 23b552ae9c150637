import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PublicChangesModule } from '#features/public-changes/public-changes.module.js';
import { LanguageModule } from '#features/language/language.module.js';
import { OwnSubscriptions } from './own-subscriptions.service.js';
import { SubscriberMail } from './subscriber-mail.service.js';
import { Subscriber } from './subscriber.entity.js';
import { SubscribersQueries } from './subscribers.queries.js';
import { SubscriptionAsking } from './subscription-asking.service.js';
import { SubscriptionAttempt } from './subscription-attempt.entity.js';
import { SubscriptionClearing } from './subscription-clearing.service.js';
import { SubscriptionLinks } from './subscription-links.js';
import { SubscriptionNames } from './subscription-names.queries.js';
import { SubscriptionRequest } from './subscription-request.entity.js';
import { SubscriptionTelling } from './subscription-telling.entity.js';
import { Subscription } from './subscription.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Subscriber, Subscription, SubscriptionAttempt, SubscriptionRequest, SubscriptionTelling]), PublicChangesModule, LanguageModule],
  providers: [OwnSubscriptions, SubscriberMail, SubscribersQueries, SubscriptionAsking, SubscriptionClearing, SubscriptionLinks, SubscriptionNames],
  exports: [OwnSubscriptions, SubscriberMail, SubscribersQueries, SubscriptionAsking, SubscriptionClearing, SubscriptionNames],
})
export class SubscriptionsModule {}
