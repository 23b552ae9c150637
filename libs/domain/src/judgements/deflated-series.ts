import type { Period } from '#domain/observations/period.js';
import { combinedErrorOf, keysOf } from './combined-series.js';
import { pointOfPeriod } from './prepared-series.js';
import type { PublishedError } from './standard-error.js';
import type { SeriesPoint } from './target-to-judge.js';

/**
 * Money of the day in the prices of one period: figure × index of that period / index of the figure's own. Figures for
 * which the index is not published are absent. The error of the index is not known and not added.
 * @param base the baseline's period
 * @returns undefined where there is no index for the base
 */
export function deflatedSeries(
  series: readonly SeriesPoint[],
  deflator: readonly SeriesPoint[],
  base: Period,
  published: PublishedError,
): SeriesPoint[] | undefined {
  const start = indexAt(deflator, base);
  if (!start) return undefined;
  return series.flatMap((point) => {
    const index = indexAt(deflator, point.period);
    if (!index) return [];
    const weight = start.value / index.value;
    return [
      {
        key: `real ${point.key} ${index.key}`,
        period: point.period,
        value: point.value * weight,
        provisional: point.provisional === true,
        parts: keysOf([point, start, index]),
        combinedError: combinedErrorOf([{ point, weight, published }]),
      },
    ];
  });
}

/** The index of the very period, else of the shortest one that holds it: April's pay by the index of the year. */
function indexAt(deflator: readonly SeriesPoint[], period: Period): SeriesPoint | undefined {
  const known = deflator.filter(({ value }) => Number.isFinite(value) && value > 0);
  const around = known
    .filter((index) => index.period.start <= period.start && index.period.end >= period.end)
    .sort((a, b) => a.period.months - b.period.months);
  return pointOfPeriod(known, period.key) ?? around[0];
}
