import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { DataGapsService } from '../data-gaps.service.js';
import { WATCH_DATA_GAPS } from '../watch-data-gaps.job.js';

@HandlesJob(WATCH_DATA_GAPS)
export class WatchDataGapsHandler implements JobHandler<{ dataGapId: string; dateNeeded: string }> {
  readonly auditEvent = 'DATA_GAP_WATCHED';

  constructor(private readonly gaps: DataGapsService) {}

  async effect(payload: { dataGapId: string; dateNeeded: string }, transaction: Transaction): Promise<JobOutcome> {
    return this.gaps.watchInTransaction(transaction, payload);
  }
}
