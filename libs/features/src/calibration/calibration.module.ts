import { Module } from '@nestjs/common';
import { RatingsGivenQueries } from './ratings-given.queries.js';

@Module({ providers: [RatingsGivenQueries], exports: [RatingsGivenQueries] })
export class CalibrationModule {}
