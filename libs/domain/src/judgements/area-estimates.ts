import { type Estimate, estimateOf } from './estimate.js';

/** The areas at one end: their figures, and their weights, which add up to 1. */
export interface AreasAtOneEnd {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/** Half of the width, in standard errors, of the window that a quantile is looked at through. */
const WOODRUFF = 1.96;

export function meanOf({ values, weights }: AreasAtOneEnd): Estimate {
  return groupMeanOf({ values, weights }, () => true);
}

/** The mean of the areas that belong to a fixed group. */
export function groupMeanOf({ values, weights }: AreasAtOneEnd, belongs: (index: number) => boolean): Estimate {
  let [all, total, members] = [0, 0, 0];
  values.forEach((value, index) => {
    if (!belongs(index)) return;
    all += at(weights, index);
    total += at(weights, index) * value;
    members += 1;
  });
  const mean = total / all;
  const small = smallSample(members);
  return estimateOf(mean, values.length, (index) => {
    const share = belongs(index) ? at(weights, index) / all : 0;
    return { influence: small * share * (at(values, index) - mean), slope: share };
  });
}

/** Σw(x − x̄)²/(1 − Σw²): with equal weights the sample variance. */
export function varianceOf({ values, weights }: AreasAtOneEnd): Estimate {
  const mean = sum(values, (value, index) => at(weights, index) * value);
  const room = 1 - sum(weights, (weight) => weight ** 2);
  if (!(room > 0)) return estimateOf(0, values.length, () => ({ influence: 0, slope: 0 }));
  const spread = sum(values, (value, index) => at(weights, index) * (value - mean) ** 2);
  const small = smallSample(values.length);
  return estimateOf(spread / room, values.length, (index) => {
    const distance = at(values, index) - mean;
    const weight = at(weights, index) / room;
    return { influence: small * weight * (distance ** 2 - spread), slope: 2 * weight * distance };
  });
}

/** What errors of measurement alone add to `varianceOf`: with equal weights the mean se². */
export function noiseVarianceOf(weights: readonly number[], errorVariances: readonly number[]): number {
  const room = 1 - sum(weights, (weight) => weight ** 2);
  if (!(room > 0)) return 0;
  return sum(weights, (weight, index) => weight * (1 - weight) * at(errorVariances, index)) / room;
}

/**
 * The value below which a share of the areas lies: each area stands at the middle of its own weight (Hazen), and between
 * them the line is straight. How much it hangs on each area follows Woodruff (1952): the areas within 1.96 standard
 * errors of the quantile's rank tell how dense the areas lie there.
 */
export function quantileOf({ values, weights }: AreasAtOneEnd, share: number): Estimate {
  const order = values.map((_, index) => index).sort((a, b) => at(values, a) - at(values, b) || at(weights, a) - at(weights, b));
  const ranks: number[] = [];
  let before = 0;
  for (const index of order) {
    ranks.push(before + at(weights, index) / 2);
    before += at(weights, index);
  }
  const sorted = order.map((index) => at(values, index));
  const value = interpolated(ranks, sorted, share);
  const effective = 1 / sum(weights, (weight) => weight ** 2);
  const reach = Math.max(WOODRUFF * Math.sqrt((share * (1 - share)) / effective), 0.5 / effective);
  const low = Math.max(share - reach, ranks[0] ?? 0);
  const high = Math.min(share + reach, ranks.at(-1) ?? 1);
  const sparsity = high > low ? (interpolated(ranks, sorted, high) - interpolated(ranks, sorted, low)) / (high - low) : 0;
  const inside = new Set(order.filter((_, rank) => Math.abs(at(ranks, rank) - share) <= reach + 1e-12));
  const shared = sum([...inside], (index) => at(weights, index));
  const small = smallSample(values.length);
  // ranks are sums of weights: where the share lies on an area, its figure is met but for the last digits
  const onIt = 1e-12 * Math.max(...values.map(Math.abs));
  return estimateOf(value, values.length, (index) => {
    const above = at(values, index) - value;
    const below = Math.abs(above) <= onIt ? 0.5 : above < 0 ? 1 : 0;
    return {
      influence: small * at(weights, index) * sparsity * (share - below),
      slope: inside.has(index) ? at(weights, index) / shared : 0,
    };
  });
}

/** The highest figure, or with −1 the lowest. Leaving its area out uncovers the next: the jackknife of an extreme. */
export function extremeOf({ values }: AreasAtOneEnd, side: 1 | -1): Estimate {
  const sorted = values.map((value) => side * value).sort((a, b) => b - a);
  const [first = 0, next = first] = sorted;
  const holders = values.filter((value) => side * value === first).length;
  const size = values.length;
  const lost = (index: number): number => (side * at(values, index) === first && holders === 1 ? first - next : 0);
  const mean = sum(values, (_, index) => lost(index)) / size;
  return estimateOf(side * first, size, (index) => ({
    influence: side * Math.sqrt((size - 1) / size) * (lost(index) - mean),
    slope: side * at(values, index) === first ? 1 / holders : 0,
  }));
}

/** √(m/(m − 1)), by which the spread of few areas is too small; nothing can be learnt from one. */
function smallSample(members: number): number {
  return members > 1 ? Math.sqrt(members / (members - 1)) : 0;
}

function interpolated(ranks: readonly number[], sorted: readonly number[], share: number): number {
  const next = ranks.findIndex((rank) => rank >= share);
  if (next === 0) return at(sorted, 0);
  if (next < 0) return sorted.at(-1) ?? 0;
  const part = (share - at(ranks, next - 1)) / (at(ranks, next) - at(ranks, next - 1));
  return at(sorted, next - 1) + part * (at(sorted, next) - at(sorted, next - 1));
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
}

function sum(numbers: readonly number[], of: (value: number, index: number) => number): number {
  let total = 0;
  numbers.forEach((value, index) => {
    total += of(value, index);
  });
  return total;
}
