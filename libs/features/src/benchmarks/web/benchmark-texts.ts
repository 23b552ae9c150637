import { type ClassSpread } from '#domain/benchmarks/class-spread.js';
import { type NeighbourMean } from '#domain/benchmarks/neighbour-mean.js';
import { type RankInterval } from '#domain/benchmarks/rank-interval.js';
import { differenceInWords, figureInWords } from '#domain/judgements/figure-words.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { benchmarksWords as words } from '../benchmarks.words.js';

/** "3 of 8, 95% interval ranks 2 to 4 (level with 1 other)" */
export function rankText(rank: RankInterval | undefined): string {
  if (!rank) return words.rank.none;
  const { best, worst, of, tiedWith } = rank;
  const tied = tiedWith > 0 ? ` (${words.rank.tied(tiedWith)})` : '';
  if (rank.cannotBeRanked) return `${words.rank.cannot(of, best, worst)}${tied}`;
  return `${best === worst ? words.rank.sure(rank.rank, of) : words.rank.between(rank.rank, of, best, worst)}${tied}`;
}

/** A mean or a median says one decimal more where figures are whole numbers. */
export function meanText(mean: NeighbourMean, metric: Metric): string {
  return figureInWords(mean.mean, metric, 1);
}

export function medianText(spread: ClassSpread, metric: Metric): string {
  return figureInWords(spread.median, metric, 1);
}

export function spreadText({ spread }: ClassSpread, metric: Metric): string {
  return spread === null ? words.noSpread : words.spread(differenceInWords(spread, metric));
}

export function intervalText({ lower, upper }: { lower?: number; upper?: number }, metric: Metric): string | undefined {
  if (lower === undefined || upper === undefined) return undefined;
  return words.interval(figureInWords(lower, { ...metric, unit: /^[%£]/.test(metric.unit) ? metric.unit : '' }), figureInWords(upper, metric));
}
