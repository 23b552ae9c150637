import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { SubmissionsModule } from '#features/submissions/submissions.module.js';
import { DecisionPost } from './decision-post.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { ReviewCheck } from './review-check.entity.js';
import { ReviewChecksService } from './review-checks.service.js';
import { ReviewDetailQueries } from './review-detail.queries.js';
import { Review } from './review.entity.js';
import { ReviewsQueries } from './reviews.queries.js';
import { ReviewsService } from './reviews.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Review, ReviewCheck]), AccessModule, JudgementsModule, MissionsModule, SubmissionsModule],
  providers: [DecisionPost, DeliveriesQueries, ReviewChecksService, ReviewDetailQueries, ReviewsQueries, ReviewsService],
  exports: [ReviewChecksService, ReviewDetailQueries, ReviewsQueries, ReviewsService],
})
export class ReviewsModule {}
