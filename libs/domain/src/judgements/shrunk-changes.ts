import { median, medianAbsoluteDeviation } from 'simple-statistics';
import { chanceBelow, normalCdf } from './normal-distribution.js';

/** The change of one area and its standard error (above zero); positive is better. */
export interface MeasuredChange {
  readonly change: number;
  readonly se: number;
}

/**
 * Which changes are real when many are looked at together: Benjamini and Hochberg (1995), false discovery rate q, on
 * two-sided normal p-values. The largest k with p(k) ≤ q·k/m decides; all up to it are shown. m is all changes, but rises
 * and falls are counted apart: three hundred rises that are plain must not lend their rank to a fall that is not, and
 * more progress in one place must never show a fall in another.
 * @returns for each change, in the order given, whether it is shown
 */
export function shownAmongMany(changes: readonly MeasuredChange[], q: number): boolean[] {
  const chances = changes.map(({ change, se }) => 2 * normalCdf(-Math.abs(change) / se));
  const [rises, falls] = [1, -1].map((side) => {
    const ordered = chances.filter((_, index) => Math.sign(changes[index]?.change ?? 0) === side).sort((a, b) => a - b);
    return ordered[ordered.findLastIndex((chance, rank) => chance <= (q * (rank + 1)) / changes.length)] ?? -1;
  });
  return chances.map((chance, index) => chance <= ((changes[index]?.change ?? 0) < 0 ? (falls ?? -1) : (rises ?? -1)));
}

/**
 * The share of areas that truly rose. Each change is shrunk to the pooled change by its own error: with B = se²/(se² +
 * τ²), mean (1−B)·change + B·μ and variance (1−B)·se² + B²·var(μ), where μ is the precision-weighted mean and τ² the
 * variance between areas (DerSimonian and Laird 1986). The share is the mean chance of a rise; its 90 % bounds are
 * normal. All areas share the error of μ, so they rise or fall together by it: where they do not differ (τ² = 0), either
 * all rose or none did, and many areas make the share no surer.
 */
export function shareTrulyRisen(measured: readonly MeasuredChange[]): { share: number; lower: number; upper: number } {
  const changes = inOwnUnits(measured);
  const between = varianceBetween(changes);
  const precision = sum(changes.map(({ se }) => 1 / (se ** 2 + between)));
  const pooled = sum(changes.map(({ change, se }) => change / (se ** 2 + between))) / precision;
  const areas = changes.map(({ change, se }) => {
    const shrink = se ** 2 / (se ** 2 + between);
    const own = Math.sqrt((1 - shrink) * se ** 2);
    const common = shrink / Math.sqrt(precision);
    return { mean: (1 - shrink) * change + shrink * pooled, own, common };
  });
  const share = mean(areas.map(({ mean: middle, own, common }) => chanceOfRise(middle / Math.sqrt(own ** 2 + common ** 2))));
  const margin = 1.645 * Math.sqrt(varianceOfShare(areas));
  return { share, lower: Math.max(0, share - margin), upper: Math.min(1, share + margin) };
}

/** So that no square is beyond all numbers; no error is smaller than the last digits that the changes can have. */
function inOwnUnits(changes: readonly MeasuredChange[]): MeasuredChange[] {
  const unit = changes.reduce((most, { change, se }) => Math.max(most, Math.abs(change), se), 0) || 1;
  return changes.map(({ change, se }) => ({ change: change / unit, se: Math.max(se / unit, 1e-9) }));
}

/** What is left of an area's change to chance: by an error of its own, and by that of μ, which all have in common. */
interface ShrunkChange {
  readonly mean: number;
  readonly own: number;
  readonly common: number;
}

/**
 * At a given μ the areas are independent: the mean of the variances there, and the variance of the shares over μ. The
 * trapezoid rule is exact to the last figures printed as long as its step is no wider than the narrowest feature (the own
 * error over the common one), so wide features, the usual case, need few steps.
 */
function varianceOfShare(areas: readonly ShrunkChange[]): number {
  const [first] = areas;
  if (!first || first.own === 0) return allOrNone(first);
  const narrowest = areas.reduce((least, { own, common }) => Math.min(least, own / common), Number.POSITIVE_INFINITY);
  const step = Math.min(WIDEST_STEP, Math.max(NARROWEST_STEP, narrowest));
  let [weights, shares, squares, within] = [0, 0, 0, 0];
  for (let z = -REACH; z <= REACH; z += step) {
    const weight = Math.exp((-z * z) / 2);
    let [sumOfChances, variance] = [0, 0];
    for (const { mean: middle, own, common } of areas) {
      const chance = chanceOfRise((middle + z * common) / own);
      sumOfChances += chance;
      variance += chance * (1 - chance);
    }
    const share = sumOfChances / areas.length;
    weights += weight;
    shares += weight * share;
    squares += weight * share ** 2;
    within += (weight * variance) / areas.length ** 2;
  }
  return Math.max(0, squares / weights - (shares / weights) ** 2) + within / weights;
}

const REACH = 4.5;
const WIDEST_STEP = 0.5;
const NARROWEST_STEP = 0.1;

/** Where no area has an error of its own (τ² = 0) all rise or none does. */
function allOrNone(area: ShrunkChange | undefined): number {
  if (!area) return 0;
  const chance = 1 - chanceBelow(0, area.mean, area.common);
  return chance * (1 - chance);
}

/** Beyond nine standard errors it is 0 or 1 to the last digit. */
function chanceOfRise(z: number): number {
  return z > 9 ? 1 : z < -9 ? 0 : normalCdf(z);
}

/** How far from the middle a change may lie and still tell of the spread of all: one area that shoots up says nothing of the others. */
const FARTHEST = 3;

/** DerSimonian and Laird's τ², from changes drawn in to three standard deviations (by the median and its absolute deviation). */
function varianceBetween(all: readonly MeasuredChange[]): number {
  const middle = median(all.map(({ change }) => change));
  const spreadOfAll = 1.4826 * medianAbsoluteDeviation(all.map(({ change }) => change));
  const reach = FARTHEST * Math.max(spreadOfAll, median(all.map(({ se }) => se)));
  const changes = all.map(({ change, se }) => ({ change: Math.min(middle + reach, Math.max(middle - reach, change)), se }));
  const weights = changes.map(({ se }) => 1 / se ** 2);
  const total = sum(weights);
  const mean = sum(changes.map(({ change }, index) => change * (weights[index] ?? 0))) / total;
  const spread = sum(changes.map(({ change }, index) => (change - mean) ** 2 * (weights[index] ?? 0)));
  const room = total - sum(weights.map((weight) => weight ** 2)) / total;
  return room > 0 ? Math.max(0, (spread - (changes.length - 1)) / room) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}
