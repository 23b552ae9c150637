/**
 * The score of Open SDG, −5 to +5, by which the progress of several series is averaged
 * (sdg-build, `ProgressMeasure.py`, with its published coefficients; 5 where the target is met).
 */
export function scoreOfRatio(ratio: number): number {
  return ratio >= 0.6 ? Math.min(7.1429 * ratio - 4.2857, 5) : Math.max(4.1667 * ratio - 2.5, -5);
}

/**
 * The score without a target, from the yearly growth for the better. At the limit itself (factor 0) whatever is no
 * fall scores 5.
 * @param factor the limit factor, by which the thresholds of growth for the better shrink
 */
export function scoreOfGrowth(growth: number, factor: number): number {
  if (growth < 0) return Math.max(125 * growth - 2.5, -5);
  if (factor === 0) return 5;
  const normal = growth / factor;
  if (normal >= 0.015) return Math.min(500 * normal - 5, 5);
  return normal >= 0.005 ? 250 * normal - 1.25 : 500 * normal - 2.5;
}

/**
 * How far the thresholds of growth shrink near a natural limit L, of which no figure can pass: with x = |v0| and
 * l = |L|, 1 from x ≥ 2l, 1 − (x/l)^4.44 up to the limit, 1 − ((2l − x)/l)^4.44 from beyond it.
 */
export function limitFactor(baseline: number, limit: number | undefined): number {
  if (limit === undefined) return 1;
  const [x, l] = [Math.abs(baseline), Math.abs(limit)];
  if (x >= 2 * l) return 1;
  return 1 - (x <= l ? x / l : (2 * l - x) / l) ** 4.44;
}
