import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews.module.js';
import { CloseReviewHandler } from './close-review.handler.js';
import { OpenReviewHandler } from './open-review.handler.js';
import { OverdueQuestionsWatch } from './overdue-questions.watch.js';
import { RemindReviewersWatch } from './remind-reviewers.watch.js';
import { ReturnQuietReviewsWatch } from './return-quiet-reviews.watch.js';
import { RunReviewChecksHandler } from './run-review-checks.handler.js';

@Module({
  imports: [ReviewsModule],
  providers: [OpenReviewHandler, RunReviewChecksHandler, CloseReviewHandler, OverdueQuestionsWatch, RemindReviewersWatch, ReturnQuietReviewsWatch],
})
export class ReviewsJobsModule {}
