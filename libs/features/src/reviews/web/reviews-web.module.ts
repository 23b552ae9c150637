import { Module } from '@nestjs/common';
import { ReviewersModule } from '#features/reviewers/reviewers.module.js';
import { ReviewsModule } from '../reviews.module.js';
import { AddNoteController } from './add-note.controller.js';
import { AnswerQuestionController } from './answer-question.controller.js';
import { AskQuestionController } from './ask-question.controller.js';
import { BulkAcceptController } from './bulk-accept.controller.js';
import { BulkClaimController } from './bulk-claim.controller.js';
import { CheckDecisionController } from './check-decision.controller.js';
import { CompareReviewController } from './compare-review.controller.js';
import { DecideReviewController } from './decide-review.controller.js';
import { HandBackReviewController } from './hand-back-review.controller.js';
import { HandOnReviewController } from './hand-on-review.controller.js';
import { InsertTemplatesController } from './insert-templates.controller.js';
import { ListReviewsController } from './list-reviews.controller.js';
import { MovedOn } from './moved-on.js';
import { SecondOpinionController } from './second-opinion.controller.js';
import { ShowReviewController } from './show-review.controller.js';

/** The council's pages, queue, review and decision; and the department's page of the questions put to it. */
@Module({
  imports: [ReviewersModule, ReviewsModule],
  controllers: [
    ListReviewsController, BulkAcceptController, BulkClaimController, ShowReviewController, CompareReviewController, DecideReviewController, InsertTemplatesController, CheckDecisionController, HandBackReviewController,
    HandOnReviewController, SecondOpinionController, AskQuestionController, AddNoteController, AnswerQuestionController,
  ],
  providers: [MovedOn],
})
export class ReviewsWebModule {}
