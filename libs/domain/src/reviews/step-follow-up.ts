import { STEP_OUTCOMES } from '#domain/evidence-returns/evidence-return-choices.js';
import { type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { promisedSteps } from '#domain/evidence-returns/last-steps.js';

/** A step that was promised last time, and what became of it by the department's own word. */
export interface FollowedStep {
  action: string;
  owner: string;
  /** ISO date. */
  dueOn: string;
  /** "Done"; null where nothing is said about it. */
  outcome: string | null;
  what: string;
}

/** Every dated step of the last return beside what this one says of it, matched by the step's id, whatever its words are now. */
export function stepsFollowedUp(last: EvidenceReturnContent, now: EvidenceReturnContent): FollowedStep[] {
  return promisedSteps(last).flatMap(({ step, promised, owner, dueOn }) => {
    if (dueOn === null) return [];
    const answer = now.lastSteps.find((outcome) => outcome.step === step);
    return [{ action: promised, owner, dueOn, outcome: answer?.outcome ? STEP_OUTCOMES[answer.outcome] : null, what: answer?.what ?? '' }];
  });
}

/** What a machine can find in it: a step that is not mentioned, and one that was dropped without a word. */
export function stepFindings(followed: readonly FollowedStep[], label: string): string[] {
  return followed.flatMap(({ action, outcome, what }) => {
    if (outcome === null) return [`Step “${action}”: promised for ${label}, and nothing is said about it now.`];
    if (outcome === STEP_OUTCOMES.dropped && what.trim() === '') return [`Step “${action}”: dropped, and no reason is given.`];
    return [];
  });
}
