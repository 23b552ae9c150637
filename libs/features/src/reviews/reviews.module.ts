import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { Attachment } from '#features/attachments/attachment.entity.js';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { SubmissionsModule } from '#features/submissions/submissions.module.js';
import { BulkAcceptanceQueries } from './bulk-acceptance.queries.js';
import { BulkAcceptanceService } from './bulk-acceptance.service.js';
import { DecisionEffects } from './decision-effects.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { FreeReviewers } from './free-reviewers.js';
import { HeldReviews } from './held-reviews.js';
import { QueueClaimsService } from './queue-claims.service.js';
import { QuietReviewsService } from './quiet-reviews.service.js';
import { LastMoveQueries } from './last-move.queries.js';
import { QuestionsCompanion } from './questions-companion.js';
import { ReviewCheck } from './review-check.entity.js';
import { ReviewChecksService } from './review-checks.service.js';
import { ReviewDetailQueries } from './review-detail.queries.js';
import { Review } from './review.entity.js';
import { ReviewEvent } from './review-event.entity.js';
import { ReviewHandOnService } from './review-hand-on.service.js';
import { ReviewNote } from './review-note.entity.js';
import { ReviewNotesService } from './review-notes.service.js';
import { ReviewOpeningService } from './review-opening.service.js';
import { ReviewPost } from './review-post.js';
import { ReviewQuestion } from './review-question.entity.js';
import { ReviewQuestionsQueries } from './review-questions.queries.js';
import { ReviewQuestionsService } from './review-questions.service.js';
import { ReviewerBars } from './reviewer-bars.js';
import { ReviewsQueries } from './reviews.queries.js';
import { ReviewsService } from './reviews.service.js';
import { SecondOpinionsService } from './second-opinions.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Attachment, Review, ReviewCheck, ReviewEvent, ReviewNote, ReviewQuestion]),
    AccessModule, CalendarModule, JudgementsModule, MissionsModule, NotificationsModule, SubmissionsModule,
  ],
  providers: [
    BulkAcceptanceQueries, BulkAcceptanceService, QueueClaimsService,
    DecisionEffects, DeliveriesQueries, FreeReviewers, HeldReviews, LastMoveQueries, QuestionsCompanion, QuietReviewsService, ReviewChecksService, ReviewDetailQueries, ReviewHandOnService, ReviewNotesService,
    ReviewOpeningService, ReviewPost, ReviewQuestionsQueries, ReviewQuestionsService, ReviewerBars, ReviewsQueries, ReviewsService, SecondOpinionsService,
  ],
  exports: [
    BulkAcceptanceQueries, BulkAcceptanceService, QueueClaimsService,
    HeldReviews, ReviewPost,
    LastMoveQueries, QuietReviewsService, ReviewChecksService, ReviewDetailQueries, ReviewHandOnService, ReviewNotesService, ReviewOpeningService, ReviewQuestionsQueries,
    ReviewQuestionsService, ReviewerBars, ReviewsQueries, ReviewsService, SecondOpinionsService,
  ],
})
export class ReviewsModule {}
