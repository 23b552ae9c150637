import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { OPEN_REVIEW } from '../open-review.job.js';
import { ReviewOpeningService } from '../review-opening.service.js';

/** A delivery becomes an item of the council's queue. */
@HandlesJob(OPEN_REVIEW)
export class OpenReviewHandler implements JobHandler<{ submissionId: string; versionNumber: number }> {
  readonly auditEvent = 'REVIEW_OPENED';

  constructor(private readonly reviews: ReviewOpeningService) {}

  async effect(payload: { submissionId: string; versionNumber: number }, transaction: Transaction): Promise<JobOutcome> {
    const review = await this.reviews.openInTransaction(transaction, payload);
    if (!review) return 'skipped';
    transaction.describe({ offTrack: review.offTrack, dueOn: review.dueOn }, `review:${review.id}`);
    return 'done';
  }
}
