/** What a release says of the effect that an action was to have. */
export const EFFECT_OUTCOMES = {
  shown: 'Effect shown',
  'not-shown': 'Effect not shown',
  'cannot-tell': 'Cannot be told yet',
  'no-figure': 'No figure yet',
  'not-come': 'Release has not come',
} as const;

export type EffectOutcome = keyof typeof EFFECT_OUTCOMES;

/** Days before its expected date from which a release counts as the one that a plan names: publishers come a little early. */
const EARLY_DAYS = 14;

/** @param expectedOn ISO date @returns ISO date of the first day on which a release is the one that was meant */
export function countsFrom(expectedOn: string): string {
  return new Date(Date.parse(`${expectedOn}T00:00:00Z`) - EARLY_DAYS * 86_400_000).toISOString().slice(0, 10);
}

/** A figure and the period it is for, in words: "school year 2024/25". */
export interface Figure {
  readonly value: number;
  readonly period: string;
}

export interface EffectQuestion {
  /** Number of the action, from 1. */
  readonly action: number;
  readonly metric: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: 'higher-is-better' | 'lower-is-better';
  readonly area: string;
  /** The least change for the better that the plan promises, in the metric's unit; null: any. */
  readonly expectedChange: number | null;
  /** The newest figure when the plan was published; null where there was none. */
  readonly before: Figure | null;
  /** The newest figure of a later period in the release; null where it has none. */
  readonly after: Figure | null;
  /** "15 July 2027 (Department for Education)" */
  readonly release: string;
}

/** Did the figure move as the plan expected? A plain sentence with the figures and the release. */
export function checkEffect(question: EffectQuestion): { outcome: EffectOutcome; sentence: string } {
  const { action, metric, area, before, after, release, expectedChange, direction } = question;
  const about = `Action ${action}, ${metric} in ${area}`;
  if (!after) {
    const since = before ? ` for a period after ${before.period}` : '';
    return { outcome: 'no-figure', sentence: `${about}: the release of ${release} has no figure${since}. The next release is looked at.` };
  }
  const figure = figureWords(question);
  if (!before) {
    return { outcome: 'no-figure', sentence: `${about}: ${figure(after.value)} in ${after.period} by the release of ${release}; there was no figure before to compare it with.` };
  }
  const change = after.value - before.value;
  const better = direction === 'higher-is-better' ? change : -change;
  const outcome = expectedChange === null ? better > 0 : better >= expectedChange - 1e-9;
  const word = direction === 'higher-is-better' ? 'higher' : 'lower';
  const promised = expectedChange === null ? `a ${word} figure` : `a figure ${word} by ${figure(expectedChange)} or more`;
  const moved = change === 0 ? 'it has not changed' : `it is ${change > 0 ? 'higher' : 'lower'} by ${figure(Math.abs(change))}`;
  return {
    outcome: outcome ? 'shown' : 'not-shown',
    sentence: `${about}: ${figure(before.value)} in ${before.period}, before the plan, and ${figure(after.value)} in ${after.period} by the release of ${release}; ${moved}. The plan expected ${promised}. The effect is ${outcome ? 'shown' : 'not shown'}.`,
  };
}

/** @param expectedOn in words */
export function notComeSentence({ action, metric, expectedOn }: { action: number; metric: string; expectedOn: string }): string {
  return `Action ${action}, ${metric}: the release that was to show the effect was expected by ${expectedOn} and has not come. The effect is checked when it comes.`;
}

function figureWords({ unit, decimals }: EffectQuestion): (value: number) => string {
  const format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 2) });
  if (unit === '£') return (value) => `£${format.format(value)}`;
  return (value) => `${format.format(value)}${unit === '%' || unit === '' ? unit : ` ${unit}`}`;
}
