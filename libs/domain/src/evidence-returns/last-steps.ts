import type { EvidenceReturnContent, StepOutcome } from './evidence-return-content.js';

/** What a return promises: each step, and a text that has no steps beside it. Of a nil return what it left open of the promises before it. */
type Promised = Pick<StepOutcome, 'step' | 'promised' | 'owner' | 'dueOn'>;

/** The id of the one line that stands for a text. */
export const TEXT_STEP = 'text';

export function promisedSteps({ nil, steps, nextSteps, lastSteps }: Pick<EvidenceReturnContent, 'nil' | 'steps' | 'nextSteps' | 'lastSteps'>): Promised[] {
  if (nil) {
    const open = lastSteps.filter(({ outcome }) => outcome !== 'done' && outcome !== 'dropped');
    return open.map(({ step, promised, owner, dueOn }) => ({ step, promised, owner, dueOn }));
  }
  if (steps.length > 0) return steps.map(({ id, action, owner, dueOn }) => ({ step: id, promised: action, owner, dueOn }));
  return nextSteps.trim() === '' ? [] : [{ step: TEXT_STEP, promised: nextSteps, owner: '', dueOn: null }];
}

/**
 * The promises of the last return with what this one says of each so far; what it says of anything else is left out.
 * @param dueOn ISO date on which this return is due
 */
export function lastStepsOf(last: EvidenceReturnContent | null, said: readonly Pick<StepOutcome, 'step' | 'outcome' | 'what'>[], dueOn: string): StepOutcome[] {
  if (!last) return [];
  return promisedSteps(last).map((promise) => {
    const { outcome = null, what = '' } = said.find(({ step }) => step === promise.step) ?? {};
    return { ...promise, due: promise.dueOn === null || promise.dueOn <= dueOn, outcome, what };
  });
}
