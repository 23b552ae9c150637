import { isJudged, isOffTrackOrWorse, type Verdict } from '#domain/judgements/verdict.js';

/** What a new computed judgement does to the alerts of its target. */
export type AlertEffect = 'raise' | 'withhold' | 'clear' | 'recover' | 'none';

/** What the last computed judgement of the target said. */
export interface StandingBefore {
  readonly verdict: Verdict;
  /** It was off track, but for a cause that opens no alert, and none has been opened since. */
  readonly alertWithheld: boolean;
}

/** Only figures for a new period and dates that pass open an alert, and the first judgement of all. */
export function opensAlert(cause: string): boolean {
  return ['first', 'new-period', 'passed-date'].includes(cause);
}

/**
 * One alert a change of state: it is raised when the target is off track or worse and was not. A revision, a new method or
 * a changed target that turns it off track opens none (*withhold*) until figures or a date bear it out; a revision that
 * clears an alert closes it (*clear*); new figures that do take its ground away (*recover*). A word that judges nothing ends nothing.
 */
export function alertEffectOf(before: StandingBefore | undefined, verdict: Verdict, cause: string): AlertEffect {
  const wasOff = before !== undefined && isOffTrackOrWorse(before.verdict);
  if (!isOffTrackOrWorse(verdict)) return wasOff ? endingOf(verdict, cause) : 'none';
  if (wasOff && !before.alertWithheld) return 'none';
  return opensAlert(cause) ? 'raise' : 'withhold';
}

function endingOf(verdict: Verdict, cause: string): AlertEffect {
  if (cause === 'revision') return 'clear';
  return cause === 'new-period' && isJudged(verdict) ? 'recover' : 'none';
}
