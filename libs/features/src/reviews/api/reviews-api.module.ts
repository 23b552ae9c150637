import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Mission } from '#features/missions/mission.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { PublicReviewsQueries } from '../public-reviews.queries.js';
import { Review } from '../review.entity.js';
import { ReviewsApiController } from './reviews-api.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Review, Submission, Mission])],
  controllers: [ReviewsApiController],
  providers: [PublicReviewsQueries],
})
export class ReviewsApiModule {}
