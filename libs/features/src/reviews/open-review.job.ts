import { jobKind } from '#platform/queue/job-kind.js';

/** Puts a delivered version into the council’s queue; its checks follow as a job of their own. */
export const OPEN_REVIEW = jobKind<{ submissionId: string; versionNumber: number }>('open-review', 'now');
