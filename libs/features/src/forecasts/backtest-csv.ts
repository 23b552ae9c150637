import { stringify } from 'csv-stringify/sync';
import { type BacktestCell, type Comparison, LAST_TAUGHT_YEAR, type MetricBacktest } from '#domain/forecasts/metric-backtest.js';
import { beatsBoth, fails } from './backtest-result.js';

const HEAD = ['origins', 'metric', 'model', 'widening', 'horizon', 'series', 'points', 'origin_years', 'coverage80', 'coverage80_se_by_origin_year', 'interval_score', 'interval_score_se', 'interval_score_flat', 'brier', 'brier_se', 'brier_base_rate', 'brier_base_rate_hindsight', 'brier_flat', 'share_better', 'result'];

/** A row a metric and horizon, one for all horizons of a metric, and one for each series that is too short to test. */
export function backtestCsv(results: readonly MetricBacktest[]): string {
  const rows = results.flatMap((result) => [
    ...partRows(result, `to ${LAST_TAUGHT_YEAR}`, result.taught, result.taughtOverall),
    ...partRows(result, `after ${LAST_TAUGHT_YEAR}`, result.cells, result.overall),
    ...result.tooShort.map((code) => ['', result.slug, '', '', '', code, ...HEAD.slice(6, -1).map(() => ''), 'untested: too short']),
  ]);
  return stringify([HEAD, ...rows]);
}

function partRows(result: MetricBacktest, origins: string, cells: readonly BacktestCell[], overall: Comparison | undefined): string[][] {
  return [
    ...cells.map((cell) => rowOf(result, origins, cell, String(cell.horizon), fails(cell) ? 'fails: no chance shown' : 'holds')),
    ...(overall ? [rowOf(result, origins, overall, 'all', beatsBoth(overall) ? 'beats both' : 'does not beat both')] : []),
  ];
}

function rowOf({ slug, choice, tested }: MetricBacktest, origins: string, { score, baseRateBrier, hindsightBrier, flat }: Comparison, horizon: string, result: string): string[] {
  const { points, originYears, coverage, intervalScore, brier, better } = score;
  const widening = choice.widening[Math.min(Number(horizon) || 1, choice.widening.length) - 1] ?? 1;
  const number = (value: number | undefined): string => (value === undefined ? '' : String(Number(value.toPrecision(6))));
  return [
    origins,
    slug,
    choice.model,
    horizon === 'all' ? '' : number(widening),
    horizon,
    String(tested),
    String(points),
    originYears.join(' '),
    ...[coverage.mean, coverage.error, intervalScore.mean, intervalScore.error, flat?.intervalScore.mean, brier.mean, brier.error, baseRateBrier, hindsightBrier, flat?.brier.mean, better].map(number),
    result,
  ];
}
