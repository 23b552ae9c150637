import { type AreasAtOneEnd, meanOf } from './area-estimates.js';
import { type Estimate, estimateOf } from './estimate.js';

/**
 * Slope index of inequality: the least-squares line of the figures over the areas' ranks, which run from 0 to 1, so it is
 * the distance between the most and the least deprived end of the line, in the unit of the figure.
 */
export function slopeIndexOf(areas: AreasAtOneEnd, ranks: readonly number[]): Estimate {
  const { values, weights } = areas;
  const weight = (index: number): number => weights[index] ?? 0;
  const middle = ranks.reduce((total, rank, index) => total + weight(index) * rank, 0);
  const mean = meanOf(areas).value;
  let [room, product] = [0, 0];
  ranks.forEach((rank, index) => {
    room += weight(index) * (rank - middle) ** 2;
    product += weight(index) * (rank - middle) * ((values[index] ?? 0) - mean);
  });
  const slope = room > 0 ? product / room : 0;
  const small = values.length > 1 ? Math.sqrt(values.length / (values.length - 1)) : 0;
  return estimateOf(slope, values.length, (index) => {
    const distance = (ranks[index] ?? 0) - middle;
    const pull = room > 0 ? (weight(index) * distance) / room : 0;
    return { influence: small * pull * ((values[index] ?? 0) - mean - slope * distance), slope: pull };
  });
}

/**
 * Ranks for the slope: the share of all weight that lies below an area, its own counted half; equal scores share theirs.
 */
export function ranksOf(scores: readonly number[], weights: readonly number[]): number[] {
  const byScore = new Map<number, number>();
  scores.forEach((score, index) => byScore.set(score, (byScore.get(score) ?? 0) + (weights[index] ?? 0)));
  const ranks = new Map<number, number>();
  let before = 0;
  for (const [score, weight] of [...byScore].sort(([a], [b]) => a - b)) {
    ranks.set(score, before + weight / 2);
    before += weight;
  }
  return scores.map((score) => ranks.get(score) ?? 0);
}

/**
 * The mean of the best share of the areas and that of the rest, chosen anew by the figures of this end; the area at the
 * border counts with the part that belongs. Both ends choose by their own noise, so neither is favoured.
 * @param best +1 when higher is better
 */
export function topAndRestOf({ values, weights }: AreasAtOneEnd, share: number, best: 1 | -1): readonly [Estimate, Estimate] {
  const order = values.map((_, index) => index).sort((a, b) => best * ((values[b] ?? 0) - (values[a] ?? 0)));
  const inTop = new Float64Array(values.length);
  let [left, border] = [share, 0];
  for (const index of order) {
    const taken = Math.min(left, weights[index] ?? 0);
    inTop[index] = taken;
    if (taken > 1e-12) border = values[index] ?? 0;
    left -= taken;
  }
  const small = values.length > 1 ? Math.sqrt(values.length / (values.length - 1)) : 0;
  const side = (part: number, of: (index: number) => number, sign: 1 | -1): Estimate => {
    const mean = values.reduce((total, value, index) => total + (of(index) / part) * value, 0);
    return estimateOf(mean, values.length, (index) => {
      const beyond = Math.max(0, sign * ((values[index] ?? 0) - border));
      return {
        influence: small * (weights[index] ?? 0) * ((sign * beyond) / part + border - mean),
        slope: of(index) / part,
      };
    });
  };
  const rest = (index: number): number => (weights[index] ?? 0) - (inTop[index] ?? 0);
  return [side(share, (index) => inTop[index] ?? 0, best), side(1 - share, rest, best === 1 ? -1 : 1)];
}
