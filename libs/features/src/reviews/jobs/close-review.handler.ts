import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { CLOSE_REVIEW } from '../close-review.job.js';
import { ReviewOpeningService } from '../review-opening.service.js';

/** A withdrawn delivery leaves the queue. */
@HandlesJob(CLOSE_REVIEW)
export class CloseReviewHandler implements JobHandler<{ submissionId: string }> {
  readonly auditEvent = 'REVIEW_CLOSED';

  constructor(private readonly reviews: ReviewOpeningService) {}

  async effect({ submissionId }: { submissionId: string }, transaction: Transaction): Promise<JobOutcome> {
    const closed = await this.reviews.closeInTransaction(transaction, submissionId);
    if (closed === 0) return 'skipped';
    transaction.describe({ closed }, `submission:${submissionId}`);
    return 'done';
  }
}
