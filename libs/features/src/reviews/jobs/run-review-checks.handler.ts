import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { ReviewChecksService } from '../review-checks.service.js';
import { RUN_REVIEW_CHECKS } from '../run-review-checks.job.js';

/** Figures against observations, completeness, promises of last time. */
@HandlesJob(RUN_REVIEW_CHECKS)
export class RunReviewChecksHandler implements JobHandler<{ reviewId: string }> {
  readonly auditEvent = 'REVIEW_CHECKS_RUN';

  constructor(private readonly checks: ReviewChecksService) {}

  async effect({ reviewId }: { reviewId: string }, transaction: Transaction): Promise<JobOutcome> {
    const results = await this.checks.runInTransaction(transaction, reviewId);
    if (!results) return 'skipped';
    transaction.describe(Object.fromEntries(results.map(({ kind, outcome }) => [kind, outcome])), `review:${reviewId}`);
    return 'done';
  }
}
