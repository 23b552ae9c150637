import { Module } from '@nestjs/common';
import { MailJobsModule } from '#platform/mail/mail.module.js';
import { JobRunnerModule } from '#platform/queue/worker.module.js';

/** The handlers of all job kinds. */
@Module({ imports: [JobRunnerModule, MailJobsModule] })
export class JobsModule {}
