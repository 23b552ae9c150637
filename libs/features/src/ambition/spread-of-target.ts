import { alignmentOf, type AlignmentFinding } from '#domain/alignment/alignment.js';
import { type AreaFigure, geographyFitness, type GeographyFitness } from '#domain/alignment/disparity.js';
import { chooseGroup } from '#domain/judgements/area-group.js';
import { areaFigures } from '#domain/judgements/area-figures.js';
import { targetValueOf } from '#domain/judgements/path.js';
import { pointOfPeriod, usableSeries } from '#domain/judgements/prepared-series.js';
import { standardErrorOf } from '#domain/judgements/standard-error.js';
import type { SeriesPoint, TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';
import { levelsOfTiers } from '#domain/observations/area-level.js';
import { type Area } from '#features/areas/area.entity.js';
import { type SubjectTarget } from '#features/judgements/targets-to-judge.js';

/** How the areas of a target's metric lie apart: if it is met, and within the areas that it tracks. */
export interface SpreadOfTarget {
  alignment?: AlignmentFinding;
  fitness?: GeographyFitness;
}

type Series = ReadonlyMap<string, readonly SeriesPoint[]>;

const AUTHORITIES = new Set<string>(levelsOfTiers(['ltla']));

/** @param series of the metric, by code @param asOf ISO date */
export function spreadOfTarget({ target: row, toJudge }: SubjectTarget, areas: readonly Area[], series: Series, asOf: string): SpreadOfTarget {
  if (toJudge.notComparable !== undefined || toJudge.rule.kind === 'undefined') return {};
  const finer = areas.filter(({ code, level, validTo }) => AUTHORITIES.has(level) && validTo === null && series.has(code));
  const tracked = trackedBy(row.areas, areas);
  const finest = figuresAtOnce(finer, series, toJudge, asOf).map((figure) => ({ ...figure, ...withinOf(figure.code, tracked, areas) }));
  const judged = toJudge.areas ? figuresAtOnce(toJudge.areas.list, new Map(toJudge.areas.list.map(({ code, series: own }) => [code, own])), toJudge, asOf) : finest;
  const alignment = alignmentOf({ rule: toJudge.rule, direction: toJudge.direction, areas: judged, baseline: startsOf(judged, toJudge, series), ...groupOf(toJudge, asOf), ...wholeOf(toJudge, asOf) });
  const fitness = geographyFitness(finest);
  return { ...(alignment ? { alignment } : {}), ...(fitness ? { fitness } : {}) };
}

/** The figures of the latest period that four in five areas have one for. */
function figuresAtOnce(areas: readonly { readonly code: string }[], series: Series, target: TargetToJudge, asOf: string): AreaFigure[] {
  const usable = areas.map(({ code }) => ({ code, points: usableSeries(series.get(code) ?? [], asOf) }));
  const counts = new Map<string, number>();
  for (const { points } of usable) for (const { period } of points) counts.set(period.key, (counts.get(period.key) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const [latest] = [...counts].filter(([, count]) => count >= 0.8 * most).map(([key]) => key).sort().reverse();
  return usable.flatMap(({ code, points }) => {
    const point = points.find(({ period }) => period.key === latest);
    return point ? [{ code, value: point.value, se: standardErrorOf(point, target).se }] : [];
  });
}

function startsOf(judged: readonly AreaFigure[], target: TargetToJudge, series: Series): Map<string, number> {
  return new Map(judged.flatMap(({ code }) => {
    const start = pointOfPeriod(target.areas?.list.find((area) => area.code === code)?.series ?? series.get(code) ?? [], target.baseline.periodKey);
    return start ? [[code, start.value] as const] : [];
  }));
}

function groupOf(target: TargetToJudge, asOf: string): { group?: ReadonlySet<string> } {
  const { rule } = target;
  const baseline = parsePeriod(target.baseline.periodKey);
  if ((rule.kind !== 'worst-areas' && rule.kind !== 'top-areas') || !baseline) return {};
  const group = chooseGroup(areaFigures(target.areas?.list ?? [], asOf), target, baseline, { side: rule.kind === 'worst-areas' ? 'worst' : 'best', share: rule.group.share, years: rule.group.years });
  return group ? { group: group.codes } : {};
}

function wholeOf(target: TargetToJudge, asOf: string): { whole?: { today: number; asked: number } } {
  const usable = usableSeries(target.series, asOf);
  const asked = targetValueOf(target.rule, pointOfPeriod(usable, target.baseline.periodKey)?.value);
  const today = usable.at(-1)?.value;
  return asked === undefined || today === undefined ? {} : { whole: { today, asked } };
}

/** Codes of the areas that the target is told for. */
function trackedBy(asked: SubjectTarget['target']['areas'], areas: readonly Area[]): ReadonlySet<string> {
  if (!asked) return new Set();
  if ('one' in asked) return new Set([asked.one]);
  if ('sum' in asked) return new Set(asked.sum);
  const levels = new Set<string>(levelsOfTiers(asked.every));
  return new Set(areas.filter(({ level }) => levels.has(level)).map(({ code }) => code));
}

/** The first tracked area upwards; an area that is tracked itself lies in none. A target for the whole country holds all of it. */
function withinOf(code: string, tracked: ReadonlySet<string>, areas: readonly Area[]): { within?: string } {
  if (tracked.has(code)) return {};
  const [only] = tracked;
  if (tracked.size === 1 && only?.startsWith('K')) return { within: only };
  const parents = new Map(areas.map((area) => [area.code, area.parentCode]));
  for (let up = parents.get(code), steps = 0; up && steps < 6; up = parents.get(up), steps += 1) if (tracked.has(up)) return { within: up };
  if (tracked.size === 1 && only?.startsWith(`${code.charAt(0)}92`)) return { within: only };
  return {};
}
