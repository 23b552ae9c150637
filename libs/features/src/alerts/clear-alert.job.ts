import { jobKind } from '#platform/queue/job-kind.js';

/** What takes the ground from alerts: a judgement, a data gap that nobody is expected to close any more, or a watched state that has ended. */
export type ClearingCall = { judgementId: string } | { dataGapId: string } | { alertId: string };

/** Closes the open alerts that stand on nothing any more. */
export const CLEAR_ALERT = jobKind<ClearingCall>('clear-alert', 'now');
