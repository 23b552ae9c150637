/**
 * Φ(x), the chance that a standard normal figure lies below x. Absolute error under 1e-15.
 *
 * The middle is the series of G. Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical Software 11(4),
 * 2004: Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …). Beyond 5 it would subtract nearly equal numbers, so the
 * tail is Laplace's continued fraction, φ(x)/(x + 1/(x + 2/(x + 3/(x + …)))) (Abramowitz and Stegun 26.2.14).
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x > 5) return 1 - upperTail(x);
  if (x < -5) return upperTail(-x);
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + density(x) * sum;
}

/** Fifty steps of the fraction are exact to the last digit from x = 5 on. */
function upperTail(x: number): number {
  let fraction = x;
  for (let step = 50; step >= 1; step -= 1) fraction = x + step / fraction;
  return density(x) / fraction;
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * Chance that a figure with this mean and standard error lies below the bound. Without any error it is certain, and a
 * figure exactly on the bound does not lie below it.
 */
export function chanceBelow(bound: number, mean: number, standardError: number): number {
  if (standardError > 0) return normalCdf((bound - mean) / standardError);
  return mean < bound ? 1 : 0;
}
