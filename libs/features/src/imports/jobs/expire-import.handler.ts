import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { EXPIRE_IMPORT } from '../expire-import.job.js';
import { ImportWorkService } from '../import-work.service.js';

@HandlesJob(EXPIRE_IMPORT)
export class ExpireImportHandler implements JobHandler<{ runId: string }> {
  readonly auditEvent = 'IMPORT_EXPIRED';

  constructor(private readonly work: ImportWorkService) {}

  async effect({ runId }: { runId: string }, tx: Transaction): Promise<JobOutcome> {
    return (await this.work.expire(tx, runId)) ? 'done' : 'skipped';
  }
}
