import type { GapFinding, GapReading } from './area-findings.js';
import type { AreaPair } from './area-pairs.js';
import { ranksOf } from './area-inequality.js';
import type { Estimate } from './estimate.js';
import { type GapAreas, gapAt } from './gap-measure.js';
import type { GapMeasure } from './target-to-judge.js';

const TWO_SIDED_95 = 1.96;

/** A fixed set of areas at both ends. */
export interface GapEnds {
  readonly from: GapAreas;
  readonly to: GapAreas;
  /** Covariance of each area's two errors. */
  readonly covariances: readonly number[];
}

export interface GapOptions {
  readonly direction: 1 | -1;
  /** Codes of the top fifth, chosen before. */
  readonly top?: ReadonlySet<string>;
  readonly byPeople?: boolean;
  readonly withDeprivation?: boolean;
}

export function gapEndsOf(pairs: readonly AreaPair[], { direction, top, byPeople, withDeprivation }: GapOptions): GapEnds {
  const people = pairs.map(({ area }) => (byPeople ? (area.people ?? 0) : 1));
  const all = people.reduce((total, count) => total + count, 0);
  const weights = people.map((count) => count / all);
  const common = {
    weights,
    direction,
    ...(top ? { top: pairs.map(({ area }) => top.has(area.code)) } : {}),
    ...(withDeprivation ? { deprivationRanks: ranksOf(pairs.map(({ area }) => area.deprivation ?? 0), weights) } : {}),
  };
  return {
    from: { ...common, values: pairs.map(({ from }) => from.value), errorVariances: pairs.map(({ from }) => from.se ** 2) },
    to: { ...common, values: pairs.map(({ to }) => to.point.value), errorVariances: pairs.map(({ to }) => to.se ** 2) },
    covariances: pairs.map(({ covariance }) => covariance),
  };
}

/** @returns undefined where the measure has no meaning at one of the ends */
export function gapFindingOf(measure: GapMeasure, ends: GapEnds): GapFinding | undefined {
  const [before, after] = [gapAt(measure, ends.from), gapAt(measure, ends.to)];
  if (!before || !after) return undefined;
  const onlyNoise = before.onlyNoise || after.onlyNoise;
  const corrected = readingOf(before.corrected, after.corrected, ends);
  const relative = before.relative && after.relative && readingOf(before.relative, after.relative, ends);
  // where nothing but noise can be seen, neither can a change
  const honest = (reading: GapReading): GapReading => (onlyNoise ? { ...reading, shown: 'neither' } : reading);
  return {
    measure,
    corrected: honest(corrected),
    raw: readingOf(before.raw, after.raw, ends),
    ...(relative ? { relative: honest(relative) } : {}),
    ...(onlyNoise ? { onlyNoise } : {}),
  };
}

/**
 * The change of a figure with its error. The error is the greater of two: the jackknife over areas, which asks whether
 * the change would be there without a few of them, and which holds the errors of measurement already, as these are
 * independent; and the errors of measurement by themselves, below which no luck with the areas can bring it.
 * @param kept what part of the figure at the baseline counts, for a distance from a path that starts there
 */
export function readingOf(before: Estimate, after: Estimate, ends: GapEnds, kept = 1): GapReading {
  let [jackknife, measurement] = [0, 0];
  after.influence.forEach((influence, index) => {
    jackknife += (influence - kept * (before.influence[index] ?? 0)) ** 2;
    const [slope, start] = [after.slope[index] ?? 0, kept * (before.slope[index] ?? 0)];
    const errors = slope ** 2 * (ends.to.errorVariances[index] ?? 0) + start ** 2 * (ends.from.errorVariances[index] ?? 0);
    measurement += errors - 2 * slope * start * (ends.covariances[index] ?? 0);
  });
  const change = after.value - kept * before.value;
  const standardError = Math.sqrt(Math.max(jackknife, measurement, 0));
  const dust = Math.max(dustOf(before, ends.from), dustOf(after, ends.to));
  const beyond = Math.abs(change) > Math.max(TWO_SIDED_95 * standardError, dust);
  const shown = !beyond ? 'neither' : change < 0 ? 'narrower' : 'wider';
  return { baseline: before.value, latest: after.value, change, standardError, shown };
}

/** Differences in the last digits of binary fractions are none: a billionth of the figure, or less of what it is made of. */
export function dustOf({ value, slope }: Estimate, { values }: GapAreas): number {
  const terms = values.reduce((total, one, index) => total + Math.abs(one * (slope[index] ?? 0)), 0);
  return Math.max(1e-9 * Math.abs(value), 1e-12 * terms);
}
