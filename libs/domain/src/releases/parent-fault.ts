/** A larger area's figure beside those of its parts, in one period. */
export interface ParentFigure {
  value: number;
  /** Parts with a figure. */
  parts: number;
  /** Parts that there were in that period. */
  expected: number;
  lowest: number;
  highest: number;
  sum: number;
}

/** How impossible: above 1, and the more the worse. Null: nothing is wrong, or too few parts have a figure. */
export type ParentFault = number | null;

/** A total may be off by this share of the parts' sum: parts are rounded each for themselves. */
const TOTAL_TOLERANCE = 0.01;

/**
 * An average lies between the lowest and the highest of its parts, whatever the weights. At least half of the parts must have
 * a figure: the others would have to lie further out than all of these.
 */
export function averageFault({ value, parts, expected, lowest, highest }: ParentFigure, roundingUnit: number): ParentFault {
  if (parts < 2 || parts * 2 < expected) return null;
  const outside = Math.max(lowest - value, value - highest);
  return outside > roundingUnit * (1 + 1e-9) ? 1 + outside / Math.max(highest - lowest, roundingUnit) : null;
}

/** A total is the sum of its parts, where all of them have a figure. */
export function totalFault({ value, parts, expected, sum }: ParentFigure, roundingUnit: number): ParentFault {
  if (parts < 2 || parts < expected) return null;
  const difference = Math.abs(value - sum);
  if (difference <= parts * roundingUnit) return null;
  const share = difference / Math.max(Math.abs(sum), roundingUnit);
  return share > TOTAL_TOLERANCE ? share / TOTAL_TOLERANCE : null;
}
