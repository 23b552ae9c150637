import { Module } from '@nestjs/common';
import { InterimReviewsModule } from '../interim-reviews.module.js';
import { InterimReviewsApiController } from './interim-reviews-api.controller.js';

@Module({ imports: [InterimReviewsModule], controllers: [InterimReviewsApiController] })
export class InterimReviewsApiModule {}
