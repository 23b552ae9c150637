import { Module } from '@nestjs/common';
import { ReviewersModule } from '../reviewers.module.js';
import { ReturnReviewsOfAbsentWatch } from './return-reviews-of-absent.watch.js';

@Module({ imports: [ReviewersModule], providers: [ReturnReviewsOfAbsentWatch] })
export class ReviewersJobsModule {}
