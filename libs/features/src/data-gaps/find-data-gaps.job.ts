import { jobKind } from '#platform/queue/job-kind.js';

/** Looks through the figures of every headline target and metric for what they lack, and brings the register up to date. */
export const FIND_DATA_GAPS = jobKind<Record<string, never>>('find-data-gaps', 'heavy');
