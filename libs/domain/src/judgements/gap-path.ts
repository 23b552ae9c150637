import type { AreasToJudge } from './areas-to-judge.js';
import type { BandChances } from './computed-judgement.js';
import { combined } from './estimate.js';
import { dustOf, readingOf } from './gap-finding.js';
import { gapAt } from './gap-measure.js';
import type { MeasuredGap } from './gap-rule.js';
import { pathFrom, shareDue, valueOnPath } from './path.js';
import { bandChances } from './path-bands.js';

/** Where a gap stands on the way to being so many percent smaller. */
export interface GapPath {
  readonly asked: number;
  /** What the path asks for at the period judged. */
  readonly value: number;
  readonly shareDue: number;
  /** Share of the whole journey ahead of the path. */
  readonly deviation: number;
  readonly standardError: number;
  readonly chances: BandChances;
}

/**
 * The target and the path are shares of the gap at the baseline, so the distance from the path is the latest gap less a
 * part of the first, and has the error of just that.
 * @param startsAt decimal year of the baseline
 * @returns undefined where there was no gap that could become smaller
 */
export function pathOfGap(byPercent: number, { target, period }: AreasToJudge, { main, ends }: MeasuredGap, startsAt: number): GapPath | undefined {
  const [first, latest] = [gapAt(main.measure, ends.from), gapAt(main.measure, ends.to)];
  if (!first || !latest) return undefined;
  // a ratio of 1 is no gap
  const none = main.measure === 'ratio' ? 1 : 0;
  const [before, after] = [first.corrected, latest.corrected].map((gap) => combined(gap.value - none, [gap, 1]));
  if (!before || !after || !(before.value > dustOf(first.corrected, ends.from))) return undefined;
  const start = before.value;
  const rule = { kind: 'closer-to-comparator', byPercent } as const;
  const path = pathFrom({ value: start, at: startsAt }, { ...target, direction: -1, rule });
  if (!path || path.target === start) return undefined;
  const value = valueOnPath(path, period.middle);
  const { change, standardError } = readingOf(before, after, ends, value / start);
  const journey = start - path.target;
  const deviation = -change / journey;
  return {
    asked: path.target + none,
    value: value + none,
    shareDue: shareDue(path, period.middle),
    deviation,
    standardError: standardError / journey,
    chances: bandChances(deviation, standardError / journey),
  };
}
