import { meanPoint } from './mean-point.js';
import type { AreaSeries, TargetToJudge } from './target-to-judge.js';

/**
 * Areas whose code has ended go on as what took their place: a period after their last figure has the mean of their
 * successors' figures, where each of them has one. A rate cannot be added up, so where every successor has a population
 * the mean is weighted by people. Successors with figures from before are areas of their own, and the old code is left
 * as it is: nothing is counted twice.
 * @param list figures oldest first
 */
export function withSuccessors(list: readonly AreaSeries[], target: TargetToJudge): readonly AreaSeries[] {
  const successors = target.areas?.successors;
  if (!successors || successors.size === 0) return list;
  const byCode = new Map(list.map((area) => [area.code, area]));
  const taken = new Set<AreaSeries>();
  const followed = list.map((area) => {
    const heirs = lastHeirs(area.code, successors).map((code) => byCode.get(code));
    if (heirs.length === 0 || !heirs.every((heir) => heir !== undefined)) return area;
    const whole = continued(area, heirs, target);
    if (whole !== area) heirs.forEach((heir) => taken.add(heir));
    return whole;
  });
  return followed.filter((area) => !taken.has(area));
}

/** The codes in force at the end of the line; a code that leads back to itself leads nowhere. */
function lastHeirs(code: string, successors: ReadonlyMap<string, readonly string[]>, passed: readonly string[] = []): string[] {
  const way = [...passed, code];
  const next = (successors.get(code) ?? []).filter((heir) => !way.includes(heir));
  const last = next.flatMap((heir) => {
    const further = lastHeirs(heir, successors, way);
    return further.length > 0 ? further : [heir];
  });
  return [...new Set(last)];
}

function continued(area: AreaSeries, heirs: readonly AreaSeries[], target: TargetToJudge): AreaSeries {
  const end = area.series.at(-1)?.period.middle ?? Number.POSITIVE_INFINITY;
  if (heirs.some(({ series }) => (series[0]?.period.middle ?? end) <= end)) return area;
  const people = heirs.map((heir) => heir.people ?? 0);
  const weights = people.every((count) => count > 0) ? people : undefined;
  const later = (heirs[0]?.series ?? []).flatMap(({ period }) => {
    const points = heirs.map(({ series }) => series.find((point) => point.period.key === period.key));
    return points.every((point) => point !== undefined) ? (meanPoint(points, target, weights) ?? []) : [];
  });
  return later.length === 0 ? area : { ...area, series: [...area.series, ...later] };
}
