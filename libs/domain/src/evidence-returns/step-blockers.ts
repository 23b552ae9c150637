import type { Refusal } from '#domain/workflow/transition-table.js';
import { isBlank, isRealDate, lineBlockers, MOST_WORDS, textBlockers, tooManyWords } from './answer-limits.js';
import { STEP_OUTCOMES, type StepOutcomeKind } from './evidence-return-choices.js';
import type { NextStep, StepOutcome } from './evidence-return-content.js';
import { dayInWords } from './return-texts.js';

/** The time of a return that its steps are held against, in ISO dates. */
export interface ReturnTime {
  coversTo: string;
  /** The day on which the return is due. */
  dueOn: string;
}

/** What a promise still lacks, each with its field. @param time without it a day of the past is none that is refused */
export function nextStepBlockers({ action, owner, dueOn }: NextStep, time?: ReturnTime): Refusal[] {
  return [
    ...textBlockers(action, { what: 'what will be done', field: 'action', name: 'Step', most: MOST_WORDS.action }),
    ...lineBlockers(owner, 'who does it', 'owner', 'Owner'),
    ...(isBlank(dueOn)
      ? [{ code: 'due-on-missing', message: 'Enter the day by which it is done', field: 'dueOn' }]
      : isRealDate(dueOn)
        ? pastBlockers(dueOn, time)
        : [{ code: 'due-on-wrong', message: 'The day by which it is done must be a real date', field: 'dueOn' }]),
  ];
}

/**
 * What was to be done in the time that the return covers belongs into what was done. Where a return is due before that time has
 * ended, it may promise for the rest of it.
 */
function pastBlockers(dueOn: string, time: ReturnTime | undefined): Refusal[] {
  if (!time || time.coversTo > time.dueOn || dueOn >= time.coversTo) return [];
  return [{ code: 'due-on-past', message: `The day by which it is done must be ${dayInWords(time.coversTo)}, on which the time of this return ends, or after`, field: 'dueOn' }];
}

/** A promise that is not kept needs its reason; any outcome needs its words. */
export const NEEDS_REASON: readonly StepOutcomeKind[] = ['late', 'dropped'];

/** What is still to be said of a promise, each with its field. */
export function stepOutcomeBlockers({ outcome, what }: Pick<StepOutcome, 'outcome' | 'what'>): Refusal[] {
  const known = outcome !== null && Object.hasOwn(STEP_OUTCOMES, outcome);
  return [
    ...(known ? [] : [{ code: 'outcome-missing', message: 'Select what became of it', field: 'outcome' }]),
    ...(isBlank(what) ? [missingWords(known ? outcome : null)] : tooManyWords(what, 'What happened', 'what', MOST_WORDS.what)),
  ];
}

function missingWords(outcome: StepOutcomeKind | null): Refusal {
  if (outcome === null || !NEEDS_REASON.includes(outcome)) return { code: 'what-missing', message: 'Enter what happened', field: 'what' };
  return { code: 'reason-missing', message: outcome === 'late' ? 'Enter why it is late and when it will be done' : 'Enter why it was dropped', field: 'what' };
}
