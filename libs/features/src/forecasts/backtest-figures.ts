import { type Comparison, LAST_TAUGHT_YEAR, type MetricBacktest } from '#domain/forecasts/metric-backtest.js';

/** A comparison's figures as they are shown; empty where there is none. */
export interface ShownFigures {
  points: string;
  /** Origin years, from and to. */
  years: string;
  coverage: string;
  coverageError: string;
  interval: string;
  flatInterval: string;
  brier: string;
  brierError: string;
  base: string;
  flat: string;
}

export function shownFigures({ score, baseRateBrier, flat }: Comparison): ShownFigures {
  const { points, originYears, coverage, intervalScore, brier } = score;
  return {
    points: String(points),
    years: originYears.length > 1 ? `${originYears[0]}–${String(originYears.at(-1)).slice(2)}` : String(originYears[0] ?? ''),
    coverage: `${(100 * coverage.mean).toFixed(1)}%`,
    coverageError: coverage.error === undefined ? '' : (100 * coverage.error).toFixed(0),
    interval: significant(intervalScore.mean),
    flatInterval: flat ? significant(flat.intervalScore.mean) : '',
    brier: brier.mean.toFixed(3),
    brierError: brier.error?.toFixed(3) ?? '',
    base: baseRateBrier.toFixed(3),
    flat: flat?.brier.mean.toFixed(3) ?? '',
  };
}

/** What was chosen for a metric, and the interval score of every model tried. */
export function choiceInWords({ slug, choice, models, tested }: MetricBacktest): string {
  const { model, widening, chance } = choice;
  const scores = Object.entries(models).map(([name, score]) => `${name} ${significant(score)}`);
  const taught = scores.length > 0 ? `interval scores: ${scores.join(', ')}` : `no origin up to ${LAST_TAUGHT_YEAR}: the model as it is`;
  return `${slug} (${tested} series): ${model}, ×${widening.map((by) => by.toFixed(2)).join(' ×')}, ${chance.intercept.toFixed(2)} and ${chance.slope.toFixed(2)}; ${taught}`;
}

/** Of each metric that has some: how many series are too short. */
export function untestedCounts(results: readonly MetricBacktest[]): string[] {
  return results.filter(({ tooShort }) => tooShort.length > 0).map(({ slug, tooShort, tested }) => `${slug}: ${tooShort.length} of ${tooShort.length + tested} series`);
}

function significant(number: number): string {
  return number.toLocaleString('en-GB', { maximumSignificantDigits: 4, useGrouping: false });
}
