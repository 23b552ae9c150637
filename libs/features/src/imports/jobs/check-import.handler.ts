import { HandlesJob, type JobHandler, type JobOutcome, type JobRun } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { CHECK_IMPORT } from '../check-import.job.js';
import { ImportWorkService } from '../import-work.service.js';

@HandlesJob(CHECK_IMPORT)
export class CheckImportHandler implements JobHandler<{ runId: string }> {
  readonly auditEvent = 'IMPORT_CHECKED';

  constructor(private readonly work: ImportWorkService) {}

  outside({ runId }: { runId: string }, run: JobRun): Promise<JobOutcome> {
    return this.work.read(runId, 'check', run, CHECK_IMPORT.attempts);
  }

  async effect({ runId }: { runId: string }, tx: Transaction): Promise<JobOutcome> {
    return (await this.work.settle(tx, runId, 'check')) ? 'done' : 'skipped';
  }
}
