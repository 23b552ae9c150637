import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { DelegationsModule } from '#features/delegations/delegations.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { ClearanceService } from './clearance.service.js';
import { Clearances } from './clearances.queries.js';
import { DeclineReply } from './decline-reply.entity.js';
import { DeclineRepliesService } from './decline-replies.service.js';
import { DeclinedSection } from './declined-section.entity.js';
import { DeclinedSections } from './declined-sections.js';
import { SubmissionClearance } from './submission-clearance.entity.js';
import { SubmissionCompanions } from './submission-companions.js';
import { SubmissionContents } from './submission-contents.js';
import { Submission } from './submission.entity.js';
import { SubmissionEvent } from './submission-event.entity.js';
import { SubmissionEvents } from './submission-events.js';
import { SubmissionFactsReader } from './submission-facts.js';
import { SubmissionNotices } from './submission-notices.js';
import { SubmissionPages } from './submission-pages.js';
import { SubmissionVersion } from './submission-version.entity.js';
import { SubmissionVersions } from './submission-versions.js';
import { SubmissionWindow } from './submission-window.js';
import { SubmissionsQueries } from './submissions.queries.js';
import { SubmissionsService } from './submissions.service.js';

/** The machine. A process that moves or checks submissions loads the kinds' own modules too: they register their content here. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Submission, SubmissionEvent, SubmissionVersion, SubmissionClearance, DeclinedSection, DeclineReply]),
    AccessModule,
    CalendarModule,
    DelegationsModule,
    NotificationsModule,
  ],
  providers: [
    ClearanceService, Clearances, DeclineRepliesService, DeclinedSections, SubmissionCompanions, SubmissionContents, SubmissionEvents, SubmissionFactsReader,
    SubmissionNotices, SubmissionPages, SubmissionVersions, SubmissionWindow, SubmissionsQueries, SubmissionsService,
  ],
  exports: [ClearanceService, DeclineRepliesService, SubmissionCompanions, SubmissionContents, SubmissionEvents, SubmissionPages, SubmissionsQueries, SubmissionsService],
})
export class SubmissionsModule {}
