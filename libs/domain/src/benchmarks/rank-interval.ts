import { chanceBelow } from '#domain/judgements/normal-distribution.js';
import { type BetterDirection, finiteFigures, type PeerFigure } from './peer-figure.js';

/** A place's rank among some places, itself among them; 1 is the best. */
export interface RankInterval {
  /** Places with the same figure share the best rank of them. */
  readonly rank: number;
  /** Others with exactly the same figure. */
  readonly tiedWith: number;
  /** How many are ranked, the place among them. */
  readonly of: number;
  /** The ranks that hold the true one with 95 % chance, given the errors of all figures. */
  readonly best: number;
  readonly worst: number;
  /** The interval covers more than half of the ranks: whoever names one rank says more than is known. */
  readonly cannotBeRanked: boolean;
}

const TAIL = 0.025;
/** Steps of the place's own true figure, over four standard errors on either side. */
const STEPS = 81;
const REACH = 4;

/**
 * The rank by the published figures, with its 95 % interval: given the place's own true figure, each other place is better
 * with a chance of its own, so the number of better ones is a sum of unlike coin tosses (Poisson binomial), which is
 * averaged over the place's own error. No random numbers: the same figures always give the same interval.
 * @returns undefined where there is nobody to be ranked among
 */
export function rankInterval(own: PeerFigure, others: readonly PeerFigure[], direction: BetterDirection): RankInterval | undefined {
  const peers = finiteFigures(others).filter(({ code }) => code !== own.code);
  if (peers.length === 0 || finiteFigures([own]).length === 0) return undefined;
  const sign = direction === 'higher-is-better' ? 1 : -1;
  const better = peers.filter(({ value }) => sign * (value - own.value) > 0).length;
  const tiedWith = peers.filter(({ value }) => value === own.value).length;
  const rank = better + 1;
  const chances = rankChances(own, peers, sign);
  const best = Math.min(rank, reaches(chances, TAIL));
  const worst = Math.max(rank + (own.se === 0 ? tiedWith : 0), reaches(chances, 1 - TAIL));
  const of = peers.length + 1;
  return { rank, tiedWith, of, best, worst, cannotBeRanked: (worst - best + 1) * 2 > of };
}

/** The first rank at which the chances from 1 on come to so much. */
function reaches(chances: readonly number[], share: number): number {
  let total = 0;
  for (const [index, chance] of chances.entries()) {
    total += chance;
    // what is lost to rounding must not move the bound
    if (total > share - 1e-12) return index + 1;
  }
  return chances.length;
}

/** By rank less one; sums to 1. */
function rankChances(own: PeerFigure, peers: readonly PeerFigure[], sign: 1 | -1): number[] {
  const steps = own.se > 0 ? STEPS : 1;
  const points = Array.from({ length: steps }, (_, step) => (steps === 1 ? 0 : -REACH + (2 * REACH * step) / (steps - 1)));
  const weights = points.map((point) => Math.exp((-point * point) / 2));
  const whole = weights.reduce((total, weight) => total + weight, 0);
  const chances = new Array<number>(peers.length + 1).fill(0);
  for (const [step, point] of points.entries()) {
    const counts = betterCounts(peers.map((peer) => chanceBetter(peer, own.value + point * own.se, sign)));
    for (const [count, chance] of counts.entries()) chances[count] = (chances[count] ?? 0) + (chance * (weights[step] ?? 0)) / whole;
  }
  return chances;
}

function chanceBetter({ value, se }: PeerFigure, bound: number, sign: 1 | -1): number {
  if (se === 0 && value === bound) return 0.5;
  const below = chanceBelow(bound, value, se);
  return sign === 1 ? 1 - below : below;
}

/** Chances that none, one, two … of unlike tosses fall. */
function betterCounts(tosses: readonly number[]): number[] {
  let counts = [1];
  for (const chance of tosses) counts = [...counts, 0].map((stay, index) => stay * (1 - chance) + (counts[index - 1] ?? 0) * chance);
  return counts;
}
