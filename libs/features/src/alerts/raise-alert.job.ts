import { type AlertKind } from '#domain/alerts/alert-status.js';
import { jobKind } from '#platform/queue/job-kind.js';

/** What calls for an alert: a judgement, or a data gap whose date has passed. */
export type AlertCall =
  | { kind: Exclude<AlertKind, 'data-gap-overdue'>; judgementId: string }
  | { kind: 'data-gap-overdue'; dataGapId: string; dateNeeded: string };

/** Raises the alert that something calls for; the dedupe key keeps it to one. */
export const RAISE_ALERT = jobKind<AlertCall>('raise-alert', 'now');
