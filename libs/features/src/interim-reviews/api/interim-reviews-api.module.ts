import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { InterimReviewsModule } from '../interim-reviews.module.js';
import { INTERIM_REVIEWS, InterimReviewsList } from './interim-reviews-list.js';

@Module({ imports: [InterimReviewsModule], controllers: [openList(INTERIM_REVIEWS)], providers: [InterimReviewsList] })
export class InterimReviewsApiModule {}
