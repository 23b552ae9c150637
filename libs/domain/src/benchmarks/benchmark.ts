import { type ClassSpread, classSpread } from './class-spread.js';
import { type NeighbourMean, neighbourMean, NEIGHBOURS_ASKED } from './neighbour-mean.js';
import { type BetterDirection, finiteFigures, type PeerFigure } from './peer-figure.js';
import { type RankInterval, rankInterval } from './rank-interval.js';

/** Who a place is held against. */
export interface Peers {
  readonly place: string;
  /** From a model without the metric, the nearest first. */
  readonly neighbours: readonly string[];
  /** All English authorities of its tier. */
  readonly english: ReadonlySet<string>;
  /** Authorities of its own class, in its own country. */
  readonly ofClass: ReadonlySet<string>;
  readonly direction: BetterDirection;
}

/** A place's figure in one period, and what stands beside it. */
export interface Benchmark {
  readonly own: PeerFigure;
  /** The most alike of all; without a figure of the period nobody stands in for it. */
  readonly nearest: PeerFigure | undefined;
  readonly neighbours: NeighbourMean | undefined;
  readonly english: ClassSpread | undefined;
  readonly ofClass: ClassSpread | undefined;
  /** Among the place and its ten nearest neighbours. */
  readonly rank: RankInterval | undefined;
}

/** @param figures of one period, at most one a place; @returns undefined where the place has none */
export function benchmarkOf(figures: readonly PeerFigure[], peers: Peers): Benchmark | undefined {
  const finite = finiteFigures(figures);
  const own = finite.find(({ code }) => code === peers.place);
  if (!own) return undefined;
  const ten = peers.neighbours.slice(0, NEIGHBOURS_ASKED);
  const valuesIn = (codes: ReadonlySet<string>): number[] => finite.filter(({ code }) => codes.has(code)).map(({ value }) => value);
  return {
    own,
    nearest: finite.find(({ code }) => code === ten[0]),
    neighbours: neighbourMean(ten, finite),
    english: classSpread(valuesIn(peers.english)),
    ofClass: classSpread(valuesIn(peers.ofClass)),
    rank: rankInterval(own, finite.filter(({ code }) => ten.includes(code)), peers.direction),
  };
}
