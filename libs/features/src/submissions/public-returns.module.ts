import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PublicReturnsQueries } from './public-returns.queries.js';
import { Submission } from './submission.entity.js';
import { SubmissionVersion } from './submission-version.entity.js';

/** What everybody may read of returns and plans, without the machine that moves them. */
@Module({
  imports: [TypeOrmModule.forFeature([Submission, SubmissionVersion])],
  providers: [PublicReturnsQueries],
  exports: [PublicReturnsQueries],
})
export class PublicReturnsModule {}
