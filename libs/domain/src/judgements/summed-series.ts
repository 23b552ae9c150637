import { combinedErrorOf, keysOf } from './combined-series.js';
import { pointOfPeriod } from './prepared-series.js';
import type { AreaSeries, SeriesPoint } from './target-to-judge.js';

/**
 * The total of several areas. A period counts only where every area has its figure: a total that quietly leaves one out
 * would rise when it comes back. Areas err independently: se² is the sum of theirs, from published intervals, else from
 * rounding.
 * @param published what the figures are rounded to, by which an interval's evenness is judged
 * @returns oldest as the first area's figures are ordered; [] for no areas
 */
export function summedSeries(
  parts: readonly Pick<AreaSeries, 'code' | 'series'>[],
  published: { readonly roundingUnit: number } = { roundingUnit: 0 },
): SeriesPoint[] {
  const known = parts.map(({ series }) => series.filter(({ value }) => Number.isFinite(value)));
  const seen = new Set<string>();
  return (known[0] ?? []).flatMap(({ period }) => {
    const figures = known.flatMap((series) => pointOfPeriod(series, period.key) ?? []);
    if (figures.length < parts.length || seen.has(period.key)) return [];
    seen.add(period.key);
    return [
      {
        key: `sum ${parts.map(({ code }) => code).join(' ')} ${period.key}`,
        period,
        value: figures.reduce((total, { value }) => total + value, 0),
        provisional: figures.some(({ provisional }) => provisional === true),
        parts: keysOf(figures),
        combinedError: combinedErrorOf(figures.map((point) => ({ point, weight: 1, published }))),
      },
    ];
  });
}
