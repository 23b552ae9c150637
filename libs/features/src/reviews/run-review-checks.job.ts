import { jobKind } from '#platform/queue/job-kind.js';

/** Runs the checks of a review and keeps what they found for its reviewer. */
export const RUN_REVIEW_CHECKS = jobKind<{ reviewId: string }>('run-review-checks', 'now');
