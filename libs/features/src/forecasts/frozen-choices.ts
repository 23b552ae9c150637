import { existsSync, readFileSync } from 'node:fs';
import { type ForecastChoice, UNTAUGHT } from '#domain/forecasts/forecast-choice.js';
import { type MetricBacktest } from '#domain/forecasts/metric-backtest.js';
import { fails } from './backtest-result.js';

/** What the test found at one horizon. */
export interface FrozenCell {
  horizon: number;
  /** Share of the hidden figures inside the 80 % interval. */
  coverage: number;
  points: number;
  fails: boolean;
}

/** How a metric is forecast, and how that went on later origins. */
export interface FrozenMetric {
  choice: ForecastChoice;
  cells: FrozenCell[];
}

/** Written by `waymark backtest DIR --freeze`; it lies beside this code. */
const FILE = new URL('frozen-choices.json', import.meta.url);

let known: Readonly<Record<string, FrozenMetric>> | undefined;

/** A metric that was not tested is forecast by the model as it is, and has no cells. */
export function frozenMetric(slug: string): FrozenMetric {
  known ??= existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, FrozenMetric>) : {};
  return known[slug] ?? { choice: UNTAUGHT, cells: [] };
}

export function frozenText(results: readonly MetricBacktest[]): string {
  const rounded = (value: number): number => Number(value.toPrecision(5));
  const metrics = results
    .filter(({ tested }) => tested > 0)
    .map(({ slug, choice: { model, widening, chance }, cells }) => [
      slug,
      {
        choice: { model, widening: widening.map(rounded), chance: { intercept: rounded(chance.intercept), slope: rounded(chance.slope) } },
        cells: cells.map((cell) => ({ horizon: cell.horizon, coverage: rounded(cell.score.coverage.mean), points: cell.score.points, fails: fails(cell) })),
      },
    ]);
  return `${JSON.stringify(Object.fromEntries(metrics), null, 2)}\n`;
}
