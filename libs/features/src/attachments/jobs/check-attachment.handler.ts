import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { AttachmentChecks } from '../attachment-checks.service.js';
import { CHECK_ATTACHMENT } from '../check-attachment.job.js';

@HandlesJob(CHECK_ATTACHMENT)
export class CheckAttachmentHandler implements JobHandler<{ attachmentId: string }> {
  readonly auditEvent = 'ATTACHMENT_CHECKED';

  constructor(private readonly checks: AttachmentChecks) {}

  async outside({ attachmentId }: { attachmentId: string }): Promise<JobOutcome> {
    return (await this.checks.ask(attachmentId)) ? 'done' : 'skipped';
  }

  async effect({ attachmentId }: { attachmentId: string }, tx: Transaction): Promise<JobOutcome> {
    return (await this.checks.settle(tx, attachmentId)) ? 'done' : 'skipped';
  }
}
