import { type AlertKind } from '#domain/alerts/alert-status.js';
import { jobKind } from '#platform/queue/job-kind.js';

/** Raises the alert that a judgement calls for; the dedupe key keeps it to one. */
export const RAISE_ALERT = jobKind<{ judgementId: string; kind: AlertKind }>('raise-alert', 'now');
