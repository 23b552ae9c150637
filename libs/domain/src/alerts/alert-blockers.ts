import type { Refusal } from '#domain/workflow/transition-table.js';

/** A line of a recovery plan: without the release that will show its effect it is no promise that can be checked. */
export interface RecoveryAction {
  readonly action: string;
  readonly owner: string;
  /** ISO date; empty where none was given. */
  readonly dueOn: string;
  readonly expectedEffect: string;
  readonly releaseThatShows: string;
}

export interface RecoveryPlan {
  readonly summary: string;
  readonly actions: readonly RecoveryAction[];
}

/** Actions that the form has room for. */
export const MOST_ACTIONS = 5;

const PARTS: Record<keyof RecoveryAction, string> = {
  action: 'what will be done',
  owner: 'who owns it',
  dueOn: 'the date by which it is done',
  expectedEffect: 'the effect that is expected',
  releaseThatShows: 'the release of figures that will show the effect',
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
 */
export function answerBlockers(plan: RecoveryPlan | null): Refusal[] {
  const blockers: Refusal[] = isBlank(plan?.summary)
    ? [{ code: 'summary-missing', message: 'Enter a summary of the plan', field: 'summary' }]
    : [];
  const actions = plan?.actions ?? [];
  const filled = filledActions(actions).length;
  if (filled === 0) blockers.push({ code: 'action-missing', message: 'Enter at least one action', field: 'actions.0.action' });
  if (filled > MOST_ACTIONS) blockers.push({ code: 'too-many-actions', message: `Enter no more than ${MOST_ACTIONS} actions`, field: 'actions.0.action' });
  return [...blockers, ...actions.flatMap((action, index) => (isEmpty(action) ? [] : actionBlockers(action, index)))];
}

/** @param move completes "Enter why you …": "escalate" */
export function reasonBlockers(reason: string, move: 'escalate' | 'close' | 'not accept'): Refusal[] {
  const why = { escalate: 'why you escalate', close: 'why you close the alert', 'not accept': 'why you do not accept the answer' };
  return isBlank(reason) ? [{ code: 'reason-missing', message: `Enter ${why[move]}`, field: 'reason' }] : [];
}

/** Leaves out the lines of a form that nobody has written in. */
export function filledActions(actions: readonly RecoveryAction[]): RecoveryAction[] {
  return actions.filter((action) => !isEmpty(action));
}

function isEmpty(action: RecoveryAction): boolean {
  return Object.values(action).every((part: string) => isBlank(part));
}

function actionBlockers(action: RecoveryAction, index: number): Refusal[] {
  const parts = Object.keys(PARTS) as (keyof RecoveryAction)[];
  const missing = parts
    .filter((part) => isBlank(action[part]))
    .map((part) => ({ code: `${codeOf(part)}-missing`, message: `Action ${index + 1}: enter ${PARTS[part]}`, field: `actions.${index}.${part}` }));
  const wrongDate = !isBlank(action.dueOn) && !isRealDate(action.dueOn);
  const date = { code: 'due-on-wrong', message: `Action ${index + 1}: the date must be a real date`, field: `actions.${index}.dueOn` };
  return wrongDate ? [...missing, date] : missing;
}

function codeOf(part: string): string {
  return part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function isRealDate(text: string): boolean {
  // two digits of a year are padded with zeros by the form
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isBlank(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}
