import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews.module.js';
import { CheckDecisionController } from './check-decision.controller.js';
import { DecideReviewController } from './decide-review.controller.js';
import { HandBackReviewController } from './hand-back-review.controller.js';
import { ListReviewsController } from './list-reviews.controller.js';
import { ShowReviewController } from './show-review.controller.js';

/** The council's pages: queue, review, decision. */
@Module({
  imports: [ReviewsModule],
  controllers: [ListReviewsController, ShowReviewController, DecideReviewController, CheckDecisionController, HandBackReviewController],
})
export class ReviewsWebModule {}
