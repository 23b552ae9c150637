import { HOW_IT_CLEARS } from '#domain/alerts/alert-clearing.js';
import { type AlertKind } from '#domain/alerts/alert-status.js';
import { type Alert } from '../alert.entity.js';
import { alertsWords } from '../alerts.words.js';

/** Kinds whose sentence is a computed one: no official statistic. */
export const COMPUTED_KINDS: readonly AlertKind[] = ['target-off-track', 'every-area-broken', 'interim-target-missed', 'levelling-down', 'judgement-conflict', 'cannot-tell', 'target-reset', 'headline-demoted'];

/** What it was raised on and with whom, and what would take its ground away. The two departments are named where they differ. */
export function causeFacts({ kind, status, facts, organisationId, raisedWithId, raisedWith }: Alert): [string, string | null | undefined][] {
  const words = alertsWords.show;
  const atRaising = raisedWithId === organisationId ? undefined : (raisedWith?.name ?? words.vacancy);
  return [
    [words.facts.raisedWith, atRaising],
    ...facts.map(({ name, value }): [string, string] => [name, value]),
    [words.facts.clears, status === 'closed' ? undefined : HOW_IT_CLEARS[kind]],
  ];
}
