import { isRealDate } from '#domain/calendar/real-date.js';
import type { Refusal } from '#domain/workflow/transition-table.js';

/** A line of a recovery plan: without the release that will show its effect it is no promise that can be checked. */
export interface RecoveryAction {
  readonly action: string;
  readonly owner: string;
  /** ISO date; empty where none was given. */
  readonly dueOn: string;
  readonly expectedEffect: string;
  /** The least change for the better, in the metric's unit, as a number in text; empty: any change for the better. */
  readonly expectedChange?: string;
  /** Slug of the metric whose release will show the effect. */
  readonly metric: string;
  /** When that release is expected: ISO date; empty where none was given. */
  readonly releaseExpectedOn: string;
}

export interface RecoveryPlan {
  readonly summary: string;
  readonly actions: readonly RecoveryAction[];
}

/** Actions that the form has room for. */
export const MOST_ACTIONS = 5;

const PARTS: Record<Exclude<keyof RecoveryAction, 'expectedChange'>, string> = {
  action: 'what will be done',
  owner: 'who owns it',
  dueOn: 'the date by which it is done',
  expectedEffect: 'the effect that is expected',
  metric: 'the metric whose figures will show the effect',
  releaseExpectedOn: 'the date of the release that will show the effect',
};

/** @returns every reason against an acknowledgement, empty when it may be made. */
export function acknowledgementBlockers(owner: { readonly ownerName: string | null; readonly ownerJob: string | null }): Refusal[] {
  return [
    ...(isBlank(owner.ownerName) ? [{ code: 'owner-name-missing', message: 'Enter the name of the person who owns the answer', field: 'ownerName' }] : []),
    ...(isBlank(owner.ownerJob) ? [{ code: 'owner-job-missing', message: 'Enter the job title of that person', field: 'ownerJob' }] : []),
  ];
}

/**
 * @returns every reason against an answer: it needs a summary and at least one action, and each action its owner, date,
 * expected effect and the release that will show it. Lines that nobody has written in are no actions; the others keep their
 * place in the names of the fields: `summary`, `actions.0.owner`, …
 * @param publishedOn ISO date: a release of the past shows nothing; absent where a plan that was published is looked at again
 */
export function answerBlockers(plan: RecoveryPlan | null, publishedOn?: string): Refusal[] {
  const blockers: Refusal[] = isBlank(plan?.summary)
    ? [{ code: 'summary-missing', message: 'Enter a summary of the plan', field: 'summary' }]
    : [];
  const actions = plan?.actions ?? [];
  const filled = filledActions(actions).length;
  if (filled === 0) blockers.push({ code: 'action-missing', message: 'Enter at least one action', field: 'actions.0.action' });
  if (filled > MOST_ACTIONS) blockers.push({ code: 'too-many-actions', message: `Enter no more than ${MOST_ACTIONS} actions`, field: 'actions.0.action' });
  return [...blockers, ...actions.flatMap((action, index) => (isEmpty(action) ? [] : lineBlockers(action, index, publishedOn)))];
}

/** @param move completes "Enter why you …": "escalate" */
export function reasonBlockers(reason: string, move: 'escalate' | 'close' | 'not accept' | 'query' | 'ask-time' | 'reply'): Refusal[] {
  const why = {
    escalate: 'why you escalate', close: 'why you close the alert', 'not accept': 'why you do not accept the answer',
    query: 'your question', 'ask-time': 'why you need more time', reply: 'your reply',
  };
  return isBlank(reason) ? [{ code: 'reason-missing', message: `Enter ${why[move]}`, field: 'reason' }] : [];
}

/** Leaves out the lines of a form that nobody has written in. */
export function filledActions(actions: readonly RecoveryAction[]): RecoveryAction[] {
  return actions.filter((action) => !isEmpty(action));
}

function isEmpty(action: RecoveryAction): boolean {
  return Object.values(action).every((part: string) => isBlank(part));
}

/** @returns what a line lacks or has wrong, each with its place. @param index from 0 */
export function lineBlockers(action: RecoveryAction, index: number, publishedOn?: string): Refusal[] {
  const refusal = (part: keyof RecoveryAction, code: string, message: string): Refusal => ({ code, message: `Action ${index + 1}: ${message}`, field: `actions.${index}.${part}` });
  const missing = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((part) => isBlank(action[part])).map((part) => refusal(part, `${codeOf(part)}-missing`, `enter ${PARTS[part]}`));
  const wrong: Refusal[] = [];
  if (!isBlank(action.dueOn) && !isRealDate(action.dueOn)) wrong.push(refusal('dueOn', 'due-on-wrong', 'the date must be a real date'));
  const release = action.releaseExpectedOn;
  if (!isBlank(release) && !isRealDate(release)) wrong.push(refusal('releaseExpectedOn', 'release-expected-on-wrong', 'the date of the release must be a real date'));
  else if (!isBlank(release) && publishedOn !== undefined && release < publishedOn) {
    wrong.push(refusal('releaseExpectedOn', 'release-expected-on-past', 'the date of the release must be today or later'));
  }
  if (!isBlank(action.expectedChange) && !isAmount(action.expectedChange ?? '')) {
    wrong.push(refusal('expectedChange', 'expected-change-wrong', 'the change must be a number above 0, like 2 or 1.5'));
  }
  return [...missing, ...wrong];
}

/** Digits, with a point where there is one. */
function isAmount(text: string): boolean {
  return /^\d{1,12}(\.\d{1,6})?$/.test(text.trim()) && Number(text) > 0;
}

function codeOf(part: string): string {
  return part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function isBlank(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}
