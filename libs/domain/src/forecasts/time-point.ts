/** A figure in time, on the scale of the forecast. */
export interface TimePoint {
  /** Decimal year of the middle of its period. */
  readonly time: number;
  readonly value: number;
  /** Measurement variance, on the same scale; 0 where no error is published. */
  readonly variance: number;
}

/**
 * Every k-th point counted back from the latest: of windows of k years that follow each other yearly, those that share no
 * year. Where that leaves fewer than `least`, all are kept.
 */
export function everyKth<Point>(points: readonly Point[], k: number, least = 1): readonly Point[] {
  const kept = k <= 1 ? points : points.filter((_, index) => (points.length - 1 - index) % k === 0);
  return kept.length >= least ? kept : points;
}

/**
 * Variance of the change over h years of a mean over k years of a yearly random walk whose steps have the variance 1. Windows
 * that share years move less than what they are means of: with k = 3 the change of one year has a third of its variance.
 *
 * The change is a sum of steps whose weights are the convolution of h ones with k times 1/k; for h ≤ k the sum of their squares
 * is (h²k − h³/3 + h/3)/k², and h and k change places in the sum where h > k. k = 1 gives h.
 */
export function windowVariance(h: number, k: number): number {
  if (k <= 1) return h;
  const [short, long] = h < k ? [h, k] : [k, h];
  return (short ** 2 * long - short ** 3 / 3 + short / 3) / k ** 2;
}
