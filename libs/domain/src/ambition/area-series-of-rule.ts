import { areaFigures, periodsOfAreas, pointAt } from '#domain/judgements/area-figures.js';
import { chooseGroup } from '#domain/judgements/area-group.js';
import { gapAt } from '#domain/judgements/gap-measure.js';
import { standardErrorOf } from '#domain/judgements/standard-error.js';
import type { AreaSeries, SeriesPoint, TargetRule, TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod, type Period } from '#domain/observations/period.js';

/** Areas that a period must have a figure for, as a share of those with one in the best covered period. */
const COVERED = 0.8;

/**
 * A rule over areas as one series that can be forecast: of a gap the gap itself with its sampling noise taken out (of percent by what it
 * is to close), of a group the mean of its areas, or its distance to the others where it is to improve most.
 * @returns undefined where there is none: another rule, or no group that could be chosen before the baseline
 */
export function oneSeriesOf(target: TargetToJudge, asOf: string): TargetToJudge | undefined {
  const { rule, areas: asked } = target;
  const baseline = parsePeriod(target.baseline.periodKey);
  if (!asked || !baseline) return undefined;
  const areas = areaFigures(asked.list, asOf);
  const { areas: _, ...single } = target;
  if (rule.kind === 'gap') {
    const asks: TargetRule = rule.byPercent === undefined ? { kind: 'direction' } : { kind: 'change-by-percent', percent: -rule.byPercent };
    const series = seriesBy(areas, (points) => {
      const found = gapAt(rule.measure, { values: points.map(({ value }) => value), weights: points.map(() => 1 / points.length), errorVariances: points.map((point) => standardErrorOf(point, target).se ** 2), direction: target.direction });
      return found?.corrected.value;
    });
    return { ...single, direction: -1, rule: asks, series, ...asIs, metricName: `the gap in ${target.metricName}` };
  }
  if (rule.kind !== 'worst-areas' && rule.kind !== 'top-areas') return undefined;
  const group = chooseGroup(areas, target, baseline, { side: rule.kind === 'worst-areas' ? 'worst' : 'best', share: rule.group.share, years: rule.group.years });
  if (!group) return undefined;
  const inside = seriesBy(areas.filter(({ code }) => group.codes.has(code)), meanOf);
  if (rule.change.kind !== 'improve-most') return { ...single, rule: rule.change, series: inside };
  const outside = seriesBy(areas.filter(({ code }) => !group.codes.has(code)), meanOf);
  const series = inside.flatMap((point) => {
    const other = outside.find(({ period }) => period.key === point.period.key);
    return other ? [{ ...point, value: point.value - other.value }] : [];
  });
  return { ...single, rule: { kind: 'direction' }, series, ...asIs };
}

/** A distance is no share of anything, and has no figure of its own that an interval was published for. */
const asIs = { unit: 'points', naturalLimit: undefined, countBehind: undefined, pastRevisions: undefined };

/** Of the same areas in every period: those with a figure in each that is well covered. */
function seriesBy(areas: readonly AreaSeries[], valueOf: (points: readonly SeriesPoint[]) => number | undefined): SeriesPoint[] {
  const counts = periodsOfAreas(areas);
  const most = Math.max(0, ...counts.map((found) => found.areas));
  const periods = counts.filter((found) => found.areas >= COVERED * most).map(({ period }) => period);
  const there = areas.filter(({ series }) => periods.every((period) => pointAt(series, period)));
  const same = there.length >= COVERED * most / 2 ? there : areas;
  return periods.flatMap((period) => pointOf(period, same, valueOf));
}

function pointOf(period: Period, areas: readonly AreaSeries[], valueOf: (points: readonly SeriesPoint[]) => number | undefined): SeriesPoint[] {
  const points = areas.flatMap(({ series }) => pointAt(series, period) ?? []);
  const value = points.length >= 2 ? valueOf(points) : undefined;
  return value === undefined || !Number.isFinite(value) ? [] : [{ key: `over ${points.length} areas/${period.key}`, period, value }];
}

function meanOf(points: readonly SeriesPoint[]): number {
  return points.reduce((sum, { value }) => sum + value, 0) / points.length;
}
