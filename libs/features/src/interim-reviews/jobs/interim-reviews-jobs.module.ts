import { Module } from '@nestjs/common';
import { InterimReviewsModule } from '../interim-reviews.module.js';
import { InterimReviewsWatch } from './interim-reviews.watch.js';

@Module({ imports: [InterimReviewsModule], providers: [InterimReviewsWatch] })
export class InterimReviewsJobsModule {}
