import { studentCdf, studentQuantile } from './student-distribution.js';

/** What is forecast for one period: Student's t around a mean. */
export interface Prediction {
  readonly mean: number;
  /** The scale of the distribution, not below 0; 0 is certainty. */
  readonly sd: number;
  /** Degrees of freedom; Infinity for the normal distribution. */
  readonly df: number;
}

/** The figure below which a share p of the forecast lies. */
export function quantileOf({ mean, sd, df }: Prediction, p: number): number {
  return sd > 0 ? mean + sd * studentQuantile(p, df) : mean;
}

/** The chance that the figure lies above a bound; one exactly on it counts half, so that both directions add up to 1. */
export function chanceAbove({ mean, sd, df }: Prediction, bound: number): number {
  if (sd > 0) return studentCdf((mean - bound) / sd, df);
  return mean === bound ? 0.5 : mean > bound ? 1 : 0;
}

/** The same, so many times as wide. */
export function widened(prediction: Prediction, factor: number): Prediction {
  return { ...prediction, sd: prediction.sd * factor };
}
