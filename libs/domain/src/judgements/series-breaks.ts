import { parsePeriod, type Period } from '#domain/observations/period.js';
import { isSamePeriod } from './prepared-series.js';
import type { SeriesBreak } from './target-to-judge.js';

/**
 * The break that lies between two figures: the later one stands on the new footing and the earlier one does not. A break
 * whose period cannot be read is none.
 */
export function breakBetween(
  breaks: readonly SeriesBreak[],
  earlier: Period,
  later: Period,
): (SeriesBreak & { readonly period: Period }) | undefined {
  for (const found of breaks) {
    const period = parsePeriod(found.periodKey);
    if (period && isOnFooting(later, period) && !isOnFooting(earlier, period)) return { ...found, period };
  }
  return undefined;
}

/** In the first period of the new footing, or after it. */
function isOnFooting(period: Period, first: Period): boolean {
  return isSamePeriod(period, first) || period.middle > first.middle;
}
