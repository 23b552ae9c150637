/** Beyond this modified z-score a figure stands out (Iglewicz and Hoaglin, 1993). */
export const STANDS_OUT = 3.5;

/** Makes a median absolute deviation comparable with a standard deviation: 1/Φ⁻¹(0.75). */
export const MAD_TO_SIGMA = 1.4826;

/** With fewer moved cells than this, they say nothing about how far cells of a release usually move. */
const ENOUGH_MOVED = 5;

/** How a release revised the cells that it shares with the one before, as shares of the earlier values. */
export interface RevisionSpread {
  /** Median of the relative revisions of all shared cells, unmoved ones as 0. */
  median: number;
  /** Their median absolute deviation. */
  mad: number;
  /** Cells that moved. */
  moved: number;
  /** Median size of the relative revisions of those that moved. */
  medianMove: number;
}

/** What a revision is measured by: it stands out when it is further from the centre than 3.5 scales, and than rounding can explain. */
export interface RevisionScale {
  centre: number;
  scale: number;
}

/**
 * Where more than half of the cells did not move, their deviation is 0 and every revision would stand out: then those that
 * moved are measured by each other, and fewer than five by rounding alone.
 */
export function revisionScale({ median, mad, moved, medianMove }: RevisionSpread): RevisionScale {
  if (mad > 0) return { centre: median, scale: MAD_TO_SIGMA * mad };
  return { centre: median, scale: moved >= ENOUGH_MOVED ? MAD_TO_SIGMA * medianMove : 0 };
}

/**
 * The modified z-score of one revision, or null where it does not stand out.
 * @param roundingUnit of the metric: a move of no more than that is none
 */
export function revisionStandsOut(cell: { before: number; after: number }, { centre, scale }: RevisionScale, roundingUnit: number): number | null {
  const { before, after } = cell;
  // binary fractions make 58 − 57.9 a little more than 0.1
  if (before === 0 || Math.abs(after - before) <= roundingUnit * (1 + 1e-9)) return null;
  const floor = roundingUnit / Math.abs(before);
  const z = Math.abs((after - before) / Math.abs(before) - centre) / Math.max(scale, floor);
  return z > STANDS_OUT ? z : null;
}
