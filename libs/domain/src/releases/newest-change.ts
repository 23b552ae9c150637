import { median, medianAbsoluteDeviation } from 'simple-statistics';
import { MAD_TO_SIGMA, STANDS_OUT } from './revision-scale.js';

/** Fewer past changes than this do not say how far an area's figure usually moves. */
const ENOUGH_CHANGES = 5;

export interface DatedFigure {
  /** Decimal year. */
  at: number;
  value: number;
}

export interface NewestChange {
  /** Change a year from the last figure but one to the last. */
  change: number;
  /** Median of the past changes a year. */
  usual: number;
  /** Modified z-score of the change. */
  z: number;
}

/**
 * The newest change of a series, where it stands out from at least five past ones. Changes are a year's, so that one over a
 * gap is not taken for a leap. Deviations below rounding cannot be told from none, so the scale is never less than that.
 * @param series oldest first, without blanks
 */
export function newestChangeStandsOut(series: readonly DatedFigure[], roundingUnit: number): NewestChange | null {
  const changes = series.slice(1).map(({ at, value }, index) => {
    const before = series[index];
    return before && at > before.at ? (value - before.value) / (at - before.at) : 0;
  });
  const change = changes.pop();
  if (change === undefined || changes.length < ENOUGH_CHANGES) return null;
  const usual = median(changes);
  const z = Math.abs(change - usual) / Math.max(MAD_TO_SIGMA * medianAbsoluteDeviation(changes), roundingUnit);
  return z > STANDS_OUT ? { change, usual, z } : null;
}
