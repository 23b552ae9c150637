import { existsSync } from 'node:fs';
import { type MetricBacktest, metricBacktest, type MetricToTest } from '#domain/forecasts/metric-backtest.js';
import { inThreads, type Progress } from '#platform/process/worker-threads.js';

const THREAD = new URL('./backtest.worker.js', import.meta.url);

/** Backtests metrics in threads, the largest first so that none is left over at the end; in the order of the metrics. */
export async function runBacktest(metrics: readonly MetricToTest[], progress?: Progress): Promise<MetricBacktest[]> {
  const size = ({ series }: MetricToTest): number => series.reduce((sum, { points }) => sum + points.length, 0);
  const order = metrics.toSorted((a, b) => size(b) - size(a));
  // from the sources there is no compiled file that a thread could load
  const found = existsSync(THREAD) ? await inThreads<MetricToTest, MetricBacktest>(THREAD, order, progress) : order.map(metricBacktest);
  return metrics.flatMap(({ slug }) => found.find((result) => result.slug === slug) ?? []);
}
