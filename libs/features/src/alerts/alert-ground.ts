import { type AlertFact } from '#domain/alerts/alert-fact.js';
import { type AlertKind } from '#domain/alerts/alert-status.js';
import { type Alert } from './alert.entity.js';

/** A state that calls for an alert: what it is about, what changed it, and who has to answer. */
export interface AlertGround {
  kind: AlertKind;
  /** What it is about, by its id; no colon at its end. */
  subject: string;
  /** What changed the state: a judgement's id, a date. With kind and subject it makes the dedupe key. No colon. */
  change: string;
  /** When the state began, where that is known; an alert raised since then is about this state. */
  since?: Date | undefined;
  /** False where only a revision or the like has brought it about: it keeps an open alert open and opens none. */
  mayRaise: boolean;
  frameworkId: string;
  missionId: string | null;
  targetId?: string | null;
  judgementId?: string | null;
  dataGapId?: string | null;
  submissionId?: string | null;
  aboutAlertId?: string | null;
  /** Who owes the answer; the lead of the mission where absent, nobody where null. */
  owedBy?: string | null;
  sentence: string;
  facts: AlertFact[];
}

export function dedupeKeyOf({ kind, subject, change }: Pick<AlertGround, 'kind' | 'subject' | 'change'>): string {
  return `${kind}:${subject}:${change}`;
}

/** What an alert is about, from its key. */
export function subjectOf({ kind, dedupeKey }: Pick<Alert, 'kind' | 'dedupeKey'>): string {
  return dedupeKey.slice(kind.length + 1, dedupeKey.lastIndexOf(':'));
}
