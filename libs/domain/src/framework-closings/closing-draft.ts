import { textRefusals } from '#domain/workflow/text-refusals.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { LONGEST_REASON } from './closing-workflow.js';

/** When and why a framework is to be closed, as it is entered. */
export interface ClosingDraft {
  /** ISO date; null where the boxes hold none. */
  closesOn: string | null;
  reason: string;
  /** Id of the decision of the council that it rests on; '' where none is chosen. */
  decisionId: string;
}

/** @param decisions ids of the adopted decisions to close this framework */
export function closingRefusals({ closesOn, reason, decisionId }: ClosingDraft, { today, decisions }: { today: string; decisions: readonly string[] }): Refusal[] {
  return [
    ...(decisionId === '' ? [{ code: 'decision-missing', message: 'Select the decision of the council to close the framework', field: 'decision' }] : []),
    ...(decisionId !== '' && !decisions.includes(decisionId) ? [{ code: 'decision-unknown', message: 'Select a decision that the council has adopted', field: 'decision' }] : []),
    ...(closesOn === null ? [{ code: 'closesOn-wrong', message: 'Enter the day of the closing, like 31 3 2027', field: 'closesOn' }] : []),
    ...(closesOn !== null && closesOn < today ? [{ code: 'closesOn-past', message: 'The day of the closing must be today or later', field: 'closesOn' }] : []),
    ...textRefusals(reason, 'reason', 'Enter why the framework is closed', LONGEST_REASON),
  ];
}
