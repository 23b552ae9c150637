import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { CHECK_PLAUSIBILITY } from '../check-plausibility.job.js';
import { PlausibilityService } from '../plausibility.service.js';

@HandlesJob(CHECK_PLAUSIBILITY)
export class CheckPlausibilityHandler implements JobHandler<{ releaseId: number }> {
  readonly auditEvent = 'PLAUSIBILITY_CHECKED';

  constructor(private readonly plausibility: PlausibilityService) {}

  async effect({ releaseId }: { releaseId: number }, transaction: Transaction): Promise<JobOutcome> {
    const report = await this.plausibility.checkInTransaction(transaction, releaseId);
    if (!report) return 'skipped';
    transaction.describe({ ...report }, `release:${releaseId}`);
    return 'done';
  }
}
