import { jobKind } from '#platform/queue/job-kind.js';

/** Closes the open review of a delivery that its department has withdrawn. */
export const CLOSE_REVIEW = jobKind<{ submissionId: string }>('close-review', 'now');
