import { type BaselineFigure, covarianceWith, type MeasuredPoint } from './baseline-figure.js';

/**
 * How far the latest figure has come from the baseline. "Shown" means beyond the two-sided 95 % error of the change,
 * 1.96 standard errors: se² = se_v² + se_0² − 2ρ·se_v·se_0, ρ from overlapping windows.
 */
export interface ChangeFromBaseline {
  /** d·(v − v0): positive is better. */
  readonly change: number;
  readonly se: number;
  /** ρ·se_v·se_0 */
  readonly covariance: number;
  readonly correlation: number;
  readonly shown: 'better' | 'worse' | 'neither';
}

const TWO_SIDED_95 = 1.96;

export function changeFromBaseline(
  direction: 1 | -1,
  baseline: BaselineFigure,
  latest: MeasuredPoint,
): ChangeFromBaseline {
  const change = direction * (latest.point.value - baseline.value);
  const covariance = covarianceWith(baseline, latest);
  const se = Math.sqrt(Math.max(0, latest.se ** 2 + baseline.se ** 2 - 2 * covariance));
  const product = latest.se * baseline.se;
  return {
    change,
    se,
    covariance,
    correlation: product > 0 ? covariance / product : 0,
    shown: change > TWO_SIDED_95 * se ? 'better' : change < -TWO_SIDED_95 * se ? 'worse' : 'neither',
  };
}
