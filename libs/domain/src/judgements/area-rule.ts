import { comparePeriods, type Period } from '#domain/observations/period.js';
import type { ComputedJudgement } from './computed-judgement.js';
import { everyAreaVerdict, type UsableArea } from './every-area.js';
import { seriesInWords } from './figure-words.js';
import { reportUnjudged } from './judgement-report.js';
import { pointOfPeriod, usableSeries } from './prepared-series.js';
import type { TargetToJudge } from './target-to-judge.js';
import { awaitingFigures, type UnjudgedTarget } from './unjudged-target.js';

/** A rule over areas is not judged on fewer of the expected areas than this. */
export const AREAS_NEEDED = 0.95;

export interface AreaCoverage {
  readonly usable: number;
  readonly expected: number;
  readonly enough: boolean;
  /** "no data (40 of 361)" where there are not enough, else "352 of 361 areas". */
  readonly words: string;
}

/** @param usable areas with a figure at the baseline and one at the period judged */
export function judgeAreaCoverage(usable: number, expected: number): AreaCoverage {
  // a hair's breadth, so that 19 of 20 is not lost to binary fractions
  const enough = expected > 0 && usable >= AREAS_NEEDED * expected - 1e-9;
  return {
    usable,
    expected,
    enough,
    words: enough ? `${usable} of ${expected} areas` : `no data (${usable} of ${expected})`,
  };
}

/**
 * Rules over areas. Enough areas must have a figure at the baseline and at one and the same latest period; then
 * `every-area` is computed, and `gap` and `worst-areas` say that this version does not compute them.
 */
export function judgeAreas(target: TargetToJudge, decides: Period, asOf: string): ComputedJudgement {
  const usable = usableAreas(target, asOf);
  const { expected } = target.areas ?? { expected: 0 };
  const coverage = judgeAreaCoverage(usable.length, expected);
  const cells = usable.flatMap(({ baseline, latest }) => [baseline, latest]);
  const areas = { usable: usable.length, expected };
  const period = usable[0]?.latest.period;
  if (!coverage.enough || !period) return reportUnjudged(target, asOf, tooFewAreas(target, coverage), cells, { areas });
  if (target.rule.kind !== 'every-area') return reportUnjudged(target, asOf, notComputed(coverage), cells, { areas });
  if (asOf > decides.end && period.key !== decides.key) {
    const waiting = awaitingFigures(target, decides, asOf, `the latest figures are for ${period.label}`);
    return reportUnjudged(target, asOf, waiting, cells, { areas });
  }
  const found = everyAreaVerdict(target, usable, { period, decides });
  return {
    ...reportUnjudged(target, asOf, found, cells, { areas: { ...areas, ...found.counts } }),
    method: 'every-area',
    reasons: found.reasons,
  };
}

/** The areas with both figures, at the latest period that has enough of them, else at the one that has most. */
function usableAreas(target: TargetToJudge, asOf: string): UsableArea[] {
  const { expected, list } = target.areas ?? { expected: 0, list: [] };
  const byPeriod = new Map<string, { period: Period; areas: UsableArea[] }>();
  for (const { code, series } of list) {
    const points = usableSeries(series, asOf);
    const baseline = pointOfPeriod(points, target.baseline.periodKey);
    if (!baseline) continue;
    for (const latest of points.filter(({ period }) => comparePeriods(period, baseline.period) > 0)) {
      const group = byPeriod.get(latest.period.key) ?? { period: latest.period, areas: [] };
      group.areas.push({ code, baseline, latest });
      byPeriod.set(latest.period.key, group);
    }
  }
  const groups = [...byPeriod.values()].sort((a, b) => comparePeriods(b.period, a.period));
  const enough = groups.find(({ areas }) => judgeAreaCoverage(areas.length, expected).enough);
  const most = groups.reduce<UsableArea[]>((best, { areas }) => (areas.length > best.length ? areas : best), []);
  return enough?.areas ?? most;
}

function tooFewAreas(target: TargetToJudge, { usable, expected }: AreaCoverage): UnjudgedTarget {
  const both = 'a figure for the baseline and a later one';
  const sentence =
    expected > 0
      ? `No data (${usable} of ${expected}): ${usable} of the ${expected} areas have ${both} for ${seriesInWords(target)}, and at least 95% must.`
      : `No data: it is not known how many areas there should be for ${seriesInWords(target)}.`;
  return { verdict: 'no-data', sentence, missing: true };
}

function notComputed({ words }: AreaCoverage): UnjudgedTarget {
  return {
    verdict: 'target-not-comparable',
    sentence: `The target is a rule over areas (figures for ${words}) that this version does not compute.`,
  };
}
