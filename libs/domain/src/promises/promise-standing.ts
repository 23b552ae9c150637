import type { EffectOutcome } from '#domain/alerts/effect-check.js';
import type { StepOutcomeKind } from '#domain/evidence-returns/evidence-return-choices.js';
import type { RecommendationState } from '#domain/recommendations/recommendation-status.js';

/** What has become of a promise, in words for people. */
export const PROMISE_STANDINGS = {
  kept: 'Kept',
  'kept-late': 'Kept late',
  'not-kept': 'Not kept',
  late: 'Late',
  unshown: 'Date passed, not shown yet',
  dropped: 'Dropped',
  'not-due': 'Not due yet',
} as const;

export type PromiseStanding = keyof typeof PROMISE_STANDINGS;

/**
 * An action of a recovery plan: only the release that the plan names says whether it was kept.
 * @param outcome of the latest check; null where none was made. @param today ISO date
 */
export function actionStanding({ dueOn, outcome }: { readonly dueOn: string; readonly outcome: EffectOutcome | null }, today: string): PromiseStanding {
  if (outcome === 'shown') return 'kept';
  if (outcome === 'not-shown') return 'not-kept';
  return dueOn < today ? 'unshown' : 'not-due';
}

/** What an addressee promised of a recommendation; the council says whether it is done. @param wasOverdue the day passed before */
export function recommendationStanding(promise: { readonly state: RecommendationState; readonly promisedOn: string; readonly wasOverdue: boolean }, today: string): PromiseStanding {
  const { state, promisedOn, wasOverdue } = promise;
  if (state === 'done') return wasOverdue ? 'kept-late' : 'kept';
  if (state === 'not-done') return 'not-kept';
  if (state === 'withdrawn') return 'dropped';
  return promisedOn < today ? 'late' : 'not-due';
}

/** A step of a return: by the department's own word in the next return. @param outcome null where no later return says */
export function stepStanding({ dueOn, outcome }: { readonly dueOn: string | null; readonly outcome: StepOutcomeKind | null }, today: string): PromiseStanding {
  if (outcome === 'done') return 'kept';
  if (outcome === 'late') return 'late';
  if (outcome === 'dropped') return 'dropped';
  return outcome === null && dueOn !== null && dueOn < today ? 'unshown' : 'not-due';
}
