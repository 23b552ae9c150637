import { jobKind } from '#platform/queue/job-kind.js';

/** Looks through what is judged and known of the figures for states that call for an alert, or no longer do. */
export const CHECK_ALERTS = jobKind<Record<string, never>>('check-alerts', 'now');
