import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { InterimReviewsModule } from '../interim-reviews.module.js';
import { AnswerInterimReviewController } from './answer-interim-review.controller.js';
import { InterimReviewPagesController } from './interim-review-pages.controller.js';
import { ReplaceTargetController } from './replace-target.controller.js';
import { ResetTargetController } from './reset-target.controller.js';

@Module({ imports: [InterimReviewsModule, PageCacheModule], controllers: [InterimReviewPagesController, AnswerInterimReviewController, ReplaceTargetController, ResetTargetController] })
export class InterimReviewsWebModule {}
