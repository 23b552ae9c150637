import { Module } from '@nestjs/common';
import { AlertsJobsModule } from '#features/alerts/jobs/alerts-jobs.module.js';
import { DataGapsJobsModule } from '#features/data-gaps/jobs/data-gaps-jobs.module.js';
import { ImportsJobsModule } from '#features/imports/jobs/imports-jobs.module.js';
import { JudgementsJobsModule } from '#features/judgements/jobs/judgements-jobs.module.js';
import { ReleasesJobsModule } from '#features/releases/jobs/releases-jobs.module.js';
import { ReviewsJobsModule } from '#features/reviews/jobs/reviews-jobs.module.js';
import { MailJobsModule } from '#platform/mail/mail.module.js';
import { JobRunnerModule } from '#platform/queue/worker.module.js';

/** The handlers of all job kinds. */
@Module({ imports: [JobRunnerModule, MailJobsModule, AlertsJobsModule, DataGapsJobsModule, ImportsJobsModule, JudgementsJobsModule, ReleasesJobsModule, ReviewsJobsModule] })
export class JobsModule {}
