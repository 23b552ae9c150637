import { jobKind } from '#platform/queue/job-kind.js';
import { type WatchedKind } from './watched-grounds.js';

/** What calls for an alert: a judgement, a data gap whose date has passed, a headline that is demoted, or a state that is watched. */
export type AlertCall =
  | { kind: 'target-off-track' | 'every-area-broken'; judgementId: string }
  | { kind: 'data-gap-overdue'; dataGapId: string; dateNeeded: string }
  | { kind: 'headline-demoted'; targetId: string; at: string }
  | { kind: WatchedKind; dedupeKey: string };

/** Raises the alert that something calls for; the dedupe key keeps it to one. */
export const RAISE_ALERT = jobKind<AlertCall>('raise-alert', 'now');
