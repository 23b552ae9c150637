import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { SubmissionsModule } from '#features/submissions/submissions.module.js';
import { EvidenceReturn } from './evidence-return.entity.js';
import { EvidenceReturnContents } from './evidence-return-contents.js';
import { CopyForward } from './copy-forward.service.js';
import { DraftWriter } from './draft-writer.js';
import { EvidenceReturnsService } from './evidence-returns.service.js';
import { HeadlineTargets } from './headline-targets.queries.js';
import { LastReturns } from './last-returns.queries.js';
import { NewReleases } from './new-releases.queries.js';
import { ReturnItems } from './return-items.service.js';
import { ReturnOpening } from './return-opening.service.js';
import { ReturnParts } from './return-parts.js';

@Module({
  imports: [TypeOrmModule.forFeature([EvidenceReturn]), CalendarModule, FrameworksModule, JudgementsModule, MissionsModule, SubmissionsModule],
  providers: [CopyForward, DraftWriter, EvidenceReturnContents, EvidenceReturnsService, HeadlineTargets, LastReturns, NewReleases, ReturnItems, ReturnOpening, ReturnParts],
  exports: [CopyForward, EvidenceReturnsService, HeadlineTargets, LastReturns, NewReleases, ReturnItems, ReturnOpening, ReturnParts, SubmissionsModule],
})
export class EvidenceReturnsModule {}
