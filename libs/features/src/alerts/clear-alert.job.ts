import { jobKind } from '#platform/queue/job-kind.js';

/** Closes the open alert of a target that a judgement on revised figures has taken the ground from. */
export const CLEAR_ALERT = jobKind<{ judgementId: string }>('clear-alert', 'now');
