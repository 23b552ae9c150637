import { HandlesJob, type JobHandler, type JobOutcome, type JobRun } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { ImportWorkService } from '../import-work.service.js';
import { LOAD_IMPORT } from '../load-import.job.js';

@HandlesJob(LOAD_IMPORT)
export class LoadImportHandler implements JobHandler<{ runId: string }> {
  readonly auditEvent = 'IMPORT_ENDED';

  constructor(private readonly work: ImportWorkService) {}

  outside({ runId }: { runId: string }, run: JobRun): Promise<JobOutcome> {
    return this.work.read(runId, 'load', run, LOAD_IMPORT.attempts);
  }

  async effect({ runId }: { runId: string }, tx: Transaction): Promise<JobOutcome> {
    return (await this.work.settle(tx, runId, 'load')) ? 'done' : 'skipped';
  }
}
