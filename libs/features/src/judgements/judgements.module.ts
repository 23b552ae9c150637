import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { CouncilModule } from '#features/council/council.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { JudgedStepsQueries } from './judged-steps.queries.js';
import { GivenJudgementsService } from './given-judgements.service.js';
import { Judgement } from './judgement.entity.js';
import { JudgementsQueries } from './judgements.queries.js';
import { JudgementsService } from './judgements.service.js';
import { TargetsToJudge } from './targets-to-judge.js';

@Module({
  imports: [TypeOrmModule.forFeature([Judgement, Submission, SubmissionVersion]), AccessModule, CouncilModule, MissionsModule],
  providers: [JudgementsService, GivenJudgementsService, JudgementsQueries, JudgedStepsQueries, TargetsToJudge],
  exports: [JudgementsService, GivenJudgementsService, JudgementsQueries, JudgedStepsQueries, TargetsToJudge],
})
export class JudgementsModule {}
