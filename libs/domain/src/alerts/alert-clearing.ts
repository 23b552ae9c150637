import type { AlertKind, AlertStatus } from './alert-status.js';

/** What takes the ground from each kind, in a sentence for the public page: the way back that an alert has without a plan. */
export const HOW_IT_CLEARS: Record<AlertKind, string> = {
  'target-off-track': 'It is cleared when new or revised figures show that the target is no longer off track. Once there is a plan, new figures are for the council to weigh.',
  'every-area-broken': 'It is cleared when new or revised figures no longer show that the rule is broken. Once there is a plan, new figures are for the council to weigh.',
  'interim-target-missed': 'It is cleared only when the figure is revised and reaches the interim target.',
  'levelling-down': 'It is cleared when figures show that the best places no longer fall back.',
  'judgement-conflict': 'It is cleared when the three judgements are less than two steps apart.',
  'return-overdue': 'It is cleared when the report is delivered.',
  'no-lead': 'It is cleared on the day from which a department leads the mission.',
  'no-data': 'It is cleared when the figures are published.',
  'cannot-tell': 'It is cleared when a release can tell how the target stands.',
  'data-gap-overdue': 'It is cleared when the data gap ends.',
  'response-overdue': 'It is cleared when the department answers, or when the alert that waits for it is closed.',
  'target-reset': 'It is cleared when the target asks again what it asked before.',
  'headline-demoted': 'It is cleared when the target counts as a headline again.',
  'report-late': 'It is cleared when the report is published.',
};

/**
 * Kinds that move with the mission when its lead changes: the lead owes the answer, and a late return goes with its mission. The
 * others are owed by whoever the law names, or by nobody.
 */
export const MOVES_WITH_LEAD: Record<AlertKind, boolean> = {
  'target-off-track': true,
  'every-area-broken': true,
  'interim-target-missed': true,
  'levelling-down': true,
  'judgement-conflict': true,
  'return-overdue': true,
  'no-lead': false,
  'no-data': true,
  'cannot-tell': true,
  'data-gap-overdue': true,
  'response-overdue': true,
  'target-reset': true,
  'headline-demoted': true,
  'report-late': false,
};

/** Kinds that statisticians are told of as well: figures are missing, or too noisy to tell by. */
export const CONCERNS_STATISTICIANS: readonly AlertKind[] = ['no-data', 'cannot-tell', 'data-gap-overdue'];

/** A department that has a plan is held to it: new figures alone do not end its alert, revised ones show that there was no ground. */
export function clearsOnFigures(status: AlertStatus, cause: string): boolean {
  return cause === 'revision' ? status !== 'closed' : ['raised', 'acknowledged'].includes(status);
}
