import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Mission } from '#features/missions/mission.entity.js';
import { openList } from '#features/open-data/open-list.controller.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { PublicReviewsQueries } from '../public-reviews.queries.js';
import { Review } from '../review.entity.js';
import { REVIEWS, ReviewsList } from './reviews-list.js';

@Module({
  imports: [TypeOrmModule.forFeature([Review, Submission, Mission])],
  controllers: [openList(REVIEWS)],
  providers: [PublicReviewsQueries, ReviewsList],
})
export class ReviewsApiModule {}
