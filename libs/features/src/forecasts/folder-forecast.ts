import { existsSync, statSync, writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { forecastMetric, type MetricForecast, type MetricToForecast } from '#domain/forecasts/metric-forecast.js';
import { type MetricToTest } from '#domain/forecasts/metric-backtest.js';
import { FAN } from '#domain/forecasts/target-forecast.js';
import { parsePeriod } from '#domain/observations/period.js';
import { inThreads, type Progress } from '#platform/process/worker-threads.js';
import { chanceShown } from './chance-shown.js';
import { frozenMetric } from './frozen-choices.js';
import { readFolder } from './published-folder.js';

const THREAD = new URL('./metric-forecast.worker.js', import.meta.url);
const HEAD = ['metric', 'unit', 'model', 'area_code', 'series', 'latest_period', 'latest_value', 'period', 'periods_ahead', ...FAN.map((share) => `p${Math.round(100 * share)}`), 'test_of_horizon'];

/** Reads a folder of published files, forecasts every series from its last figure, and writes a row a series and period. */
export async function forecastFolder(folder: string, { catalogue, csv, ahead }: { catalogue: string; csv: string; ahead: number }, { say, progress }: { say: (line: string) => void; progress: Progress }): Promise<void> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${folder} is no folder that can be read`);
  const begun = performance.now();
  const { metrics, leftOut } = await readFolder(folder, catalogue);
  for (const { file, why } of leftOut) say(`Left out ${file}: ${why}`);
  const read = performance.now();
  const found = await forecastAll(metrics.map((metric) => ({ metric, choice: frozenMetric(metric.slug).choice, ahead })), progress);
  const done = performance.now();
  writeFileSync(csv, stringify([HEAD, ...found.flatMap((each, index) => rowsOf(each, metrics[index]))]));
  for (const { slug, series, tooFew } of found) say(`  ${slug}: ${series.length} series forecast${tooFew.length > 0 ? `, ${tooFew.length} with too few figures` : ''}`);
  const count = found.reduce((sum, { series }) => sum + series.length, 0);
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
  say(`The table is in ${csv}; reading took ${seconds(begun, read)} s and forecasting ${seconds(read, done)} s`);
  say(`forecast series ${count} seconds ${seconds(begun, performance.now())} per1000 ${count === 0 ? '0.000' : ((done - read) / count).toFixed(3)}`);
}

/** The largest first, so that none is left over at the end; in the order of the metrics. */
async function forecastAll(work: readonly MetricToForecast[], progress: Progress): Promise<MetricForecast[]> {
  const size = ({ metric }: MetricToForecast): number => metric.series.reduce((sum, { points }) => sum + points.length, 0);
  const order = work.toSorted((a, b) => size(b) - size(a));
  // from the sources there is no compiled file that a thread could load
  const found = existsSync(THREAD) ? await inThreads<MetricToForecast, MetricForecast>(THREAD, order, progress) : order.map(forecastMetric);
  return work.flatMap(({ metric: { slug } }) => found.find((each) => each.slug === slug) ?? []);
}

function rowsOf({ slug, series }: MetricForecast, metric: MetricToTest | undefined): (string | number)[][] {
  const frozen = frozenMetric(slug);
  return series.flatMap(({ code, model, peers, latest, steps }) =>
    steps.map(({ periodKey, quantiles }, index) => [
      ...[slug, metric?.unit ?? '', model, code, peers, latest.periodKey, latest.value, parsePeriod(periodKey)?.label ?? periodKey, index + 1],
      ...quantiles.map((quantile) => Number(quantile.toPrecision(6))),
      chanceShown({ horizon: index + 1 }, frozen).why,
    ]),
  );
}
