import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { DataGapFindingService } from '../data-gap-finding.service.js';
import { FIND_DATA_GAPS } from '../find-data-gaps.job.js';

@HandlesJob(FIND_DATA_GAPS)
export class FindDataGapsHandler implements JobHandler<Record<string, never>> {
  readonly auditEvent = 'DATA_GAPS_FOUND';

  constructor(private readonly finding: DataGapFindingService) {}

  async effect(_: Record<string, never>, transaction: Transaction): Promise<JobOutcome> {
    transaction.describe({ ...(await this.finding.findInTransaction(transaction)) }, 'data-gaps:all');
    return 'done';
  }
}
