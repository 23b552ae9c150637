import type { Period } from '#domain/observations/period.js';
import { isEnough } from './area-coverage.js';
import { pointAt } from './area-figures.js';
import type { GroupFinding } from './area-findings.js';
import { apartFrom, periodsBefore, pointsAt } from './area-pairs.js';
import { breakBetween } from './series-breaks.js';
import type { AreaSeries, SeriesPoint, TargetToJudge } from './target-to-judge.js';

const MEMBERS_KEPT = 100;

/** Areas chosen once, by what they were before the time that is judged. */
export interface ChosenGroup {
  readonly codes: ReadonlySet<string>;
  /** The areas that they were chosen from. */
  readonly ranked: readonly AreaSeries[];
  /** The periods whose mean decided. */
  readonly periods: readonly Period[];
  readonly finding: GroupFinding;
}

export interface GroupChoice {
  readonly side: 'worst' | 'best';
  /** Percent of the areas that can be ranked. */
  readonly share: number;
  readonly years: number;
  /** How many periods earlier than it might: 1 for the check on a group chosen a year earlier. */
  readonly earlier?: number;
}

/**
 * The worst (or best) areas by the mean of the last `years` periods before the baseline. Never by the baseline itself:
 * areas that are at the bottom partly by chance move up by themselves (regression to the mean), and the gap would seem
 * to close. For the same reason no period counts that shares a day with the baseline. Equal means go by code.
 * @param areas figures oldest first
 * @returns undefined where too few periods have figures for enough of the expected areas
 */
export function chooseGroup(
  areas: readonly AreaSeries[],
  target: TargetToJudge,
  baseline: Period,
  { side, share, years, earlier = 0 }: GroupChoice,
): ChosenGroup | undefined {
  const before = apartFrom(periodsOnOneFooting(areas, target, baseline), baseline);
  const periods = before.slice(0, before.length - earlier).slice(-years);
  if (years < 1 || periods.length < years) return undefined;
  const means: { area: AreaSeries; mean: number }[] = [];
  for (const area of areas) {
    let total = 0;
    let found = 0;
    for (const period of periods) {
      const point = pointAt(area.series, period);
      if (!point) break;
      total += point.value;
      found += 1;
    }
    if (found === years) means.push({ area, mean: total / years });
  }
  if (!isEnough(means.length, target.areas?.expected ?? 0)) return undefined;
  const sign = side === 'best' ? -target.direction : target.direction;
  const ordered = [...means].sort((a, b) => sign * (a.mean - b.mean) || (a.area.code < b.area.code ? -1 : 1));
  const size = Math.max(1, Math.round((share / 100) * ordered.length));
  const members = ordered.slice(0, size).map(({ area }) => area.code);
  return {
    codes: new Set(members),
    ranked: means.map(({ area }) => area),
    periods,
    finding: {
      size,
      of: means.length,
      members: [...members].sort().slice(0, MEMBERS_KEPT),
      chosenBy: periods.map(({ label }) => label),
    },
  };
}

/**
 * The first period of a standard is no baseline and no pace, but it does tell who was behind whom; what lies before a break
 * was measured otherwise.
 */
function periodsOnOneFooting(areas: readonly AreaSeries[], target: TargetToJudge, baseline: Period): Period[] {
  const periods = periodsBefore(areas, { ...target, firstPeriodsOfStandard: [] }, baseline);
  return periods.filter((period) => !breakBetween(target.breaks ?? [], period, baseline));
}

/** The cells that the choice stands on. */
export function cellsOfChoice({ ranked, periods }: ChosenGroup): SeriesPoint[] {
  return ranked.flatMap(({ series }) => pointsAt(series, periods) ?? []);
}

/** "fifth", "tenth", "15%" */
export function shareOfAreasInWords(share: number): string {
  const names: Readonly<Record<number, string>> = { 10: 'tenth', 20: 'fifth', 25: 'quarter', 50: 'half' };
  return names[share] ?? `${share}%`;
}
