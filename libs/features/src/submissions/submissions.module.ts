import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { SubmissionContents } from './submission-contents.js';
import { Submission } from './submission.entity.js';
import { SubmissionEvent } from './submission-event.entity.js';
import { SubmissionMail } from './submission-mail.js';
import { SubmissionVersion } from './submission-version.entity.js';
import { SubmissionVersions } from './submission-versions.js';
import { SubmissionsQueries } from './submissions.queries.js';
import { SubmissionsService } from './submissions.service.js';

/** The machine. A process that moves or checks submissions loads the kinds' own modules too: they register their content here. */
@Module({
  imports: [TypeOrmModule.forFeature([Submission, SubmissionEvent, SubmissionVersion]), AccessModule],
  providers: [SubmissionContents, SubmissionMail, SubmissionVersions, SubmissionsQueries, SubmissionsService],
  exports: [SubmissionContents, SubmissionsQueries, SubmissionsService],
})
export class SubmissionsModule {}
