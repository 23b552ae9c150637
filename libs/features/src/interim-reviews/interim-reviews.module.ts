import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { RecommendationsModule } from '#features/recommendations/recommendations.module.js';
import { InterimChasing } from './interim-chasing.service.js';
import { InterimOpening } from './interim-opening.service.js';
import { InterimOutcomes } from './interim-outcomes.service.js';
import { InterimReviewEvent } from './interim-review-event.entity.js';
import { InterimReviewNotices } from './interim-review-notices.service.js';
import { InterimReviewTarget } from './interim-review-target.entity.js';
import { InterimReview } from './interim-review.entity.js';
import { InterimReviewsQueries } from './interim-reviews.queries.js';
import { InterimReviewsService } from './interim-reviews.service.js';
import { TargetReplacementsService } from './target-replacements.service.js';
import { TargetResetsService } from './target-resets.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([InterimReview, InterimReviewTarget, InterimReviewEvent]), AccessModule, CalendarModule, JudgementsModule, MissionsModule, NotificationsModule, RecommendationsModule],
  providers: [InterimOpening, InterimOutcomes, InterimChasing, InterimReviewNotices, InterimReviewsQueries, InterimReviewsService, TargetReplacementsService, TargetResetsService],
  exports: [InterimOpening, InterimOutcomes, InterimChasing, InterimReviewsQueries, InterimReviewsService, TargetReplacementsService, TargetResetsService],
})
export class InterimReviewsModule {}
