import type { Period } from '#domain/observations/period.js';
import type { Assessment } from './assessment.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import type { Verdict } from './verdict.js';

/** What the methods of others are given. Guards have gone before: there is a figure after the baseline. */
export interface FiguresForMethod {
  /** As judged (`comparableTarget`). */
  readonly target: TargetToJudge;
  /** Baseline, latest figure and path by the interim path, from the same baseline. */
  readonly found: Assessment;
  readonly decides: Period;
  /** Usable figures up to the latest, oldest first. */
  readonly series: readonly SeriesPoint[];
}

/** What a method says of the figures, before the guards have had their word. */
export interface MethodFinding {
  readonly verdict: Verdict;
  /** In the method's own terms, to stand after "; " or at the start of a sentence. */
  readonly clause: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Figures used beside baseline and latest. */
  readonly used?: readonly SeriesPoint[];
}

/** Shares and growth ratios carry the noise of binary fractions: 0.95 reached by 0.9499999999 is reached. */
const HAIR = 1e-9;

export function atLeast(value: number, bound: number): boolean {
  return value >= bound - HAIR;
}

/** Has the figure gone the wrong way from the baseline? A change in the last binary digits is none. */
export function hasGoneWrong(target: TargetToJudge, from: number, to: number): boolean {
  return target.direction * (to - from) < -HAIR * Math.max(Math.abs(from), Math.abs(to));
}
