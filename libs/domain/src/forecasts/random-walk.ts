import { type Prediction } from './prediction.js';
import { everyKth, type TimePoint, windowVariance } from './time-point.js';

/** A random walk fitted to one series. */
export interface RandomWalk {
  readonly last: TimePoint;
  /** A year. */
  readonly drift: number;
  /** Of a step of one year. */
  readonly variance: number;
  /** Years from the first point to the last. */
  readonly span: number;
  /** Of Student's t. */
  readonly df: number;
  readonly windowYears: number;
}

/**
 * With drift: μ = (v_n − v_1)/(t_n − t_1), σ² = Σ(Δ − μk)²/k ÷ (m − 1) over m gaps of k years. Without: μ = 0 and
 * σ² = Σ Δ²/k ÷ m. The scatter holds the error of the figures already, so that se² is not added again.
 * @returns undefined with fewer than three points (two without drift): a scatter cannot be had from less
 */
export function randomWalk(points: readonly TimePoint[], { drift: drifts, windowYears = 1 }: { drift: boolean; windowYears?: number }): RandomWalk | undefined {
  const gapsLost = drifts ? 1 : 0;
  // windows that share years: those that share none, or, where they are too few, all, whose steps are k times too small in variance
  const used = everyKth(points, windowYears, 2 + gapsLost);
  const smoothing = used.length === points.length ? windowVariance(1, windowYears) : windowVariance(windowYears, windowYears) / windowYears;
  const [first, last] = [used[0], used.at(-1)];
  const m = used.length - 1;
  if (!first || !last || m < 1 + gapsLost) return undefined;
  const span = last.time - first.time;
  const drift = drifts ? (last.value - first.value) / span : 0;
  let scatter = 0;
  for (let index = 1; index <= m; index++) {
    const [from, to] = [used[index - 1], used[index]];
    if (!from || !to) continue;
    const years = to.time - from.time;
    scatter += (to.value - from.value - drift * years) ** 2 / years;
  }
  return { last, drift, variance: scatter / (m - gapsLost) / smoothing, span, df: m - gapsLost, windowYears };
}

/** So many years after the last figure: variance σ²(h + h²/(t_n − t_1)), Student's t with m − 1; without drift σ²h and m. */
export function walkOn({ last, drift, variance, span, df, windowYears }: RandomWalk, years: number, drifts: boolean): Prediction {
  const ofDrift = drifts ? (years / span) ** 2 * windowVariance(span, windowYears) : 0;
  return { mean: last.value + drift * years, sd: Math.sqrt(variance * (windowVariance(years, windowYears) + ofDrift)), df };
}
