import { combinedErrorOf } from './combined-series.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';

/**
 * The mean of several areas' figures for one period, as one figure: with the error of independent parts, and naming them.
 * @param weights by people, where the mean is theirs; else each area counts once
 * @returns undefined for no points
 */
export function meanPoint(
  points: readonly SeriesPoint[],
  target: TargetToJudge,
  weights: readonly number[] = points.map(() => 1),
): SeriesPoint | undefined {
  const [first] = points;
  if (!first) return undefined;
  const all = weights.reduce((total, weight) => total + weight, 0);
  const parts = points.map((point, index) => ({ point, weight: (weights[index] ?? 0) / all, published: target }));
  return {
    key: `mean ${points.map(({ key }) => key).join(' ')}`,
    period: first.period,
    value: parts.reduce((total, { point, weight }) => total + weight * point.value, 0),
    provisional: points.some(({ provisional }) => provisional === true),
    parts: points.flatMap(({ key, parts: of }) => of ?? [key]),
    combinedError: combinedErrorOf(parts),
  };
}
