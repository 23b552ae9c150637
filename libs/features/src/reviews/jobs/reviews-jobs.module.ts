import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews.module.js';
import { CloseReviewHandler } from './close-review.handler.js';
import { OpenReviewHandler } from './open-review.handler.js';
import { RunReviewChecksHandler } from './run-review-checks.handler.js';

@Module({ imports: [ReviewsModule], providers: [OpenReviewHandler, RunReviewChecksHandler, CloseReviewHandler] })
export class ReviewsJobsModule {}
