import { dayFrom, isoDate, monthsAfter } from '#domain/observations/calendar-day.js';
import { parsePeriod, type Period } from '#domain/observations/period.js';
import { type FigureScale, figureScale } from './figure-scale.js';
import { calibrated, type ForecastChoice } from './forecast-choice.js';
import { type ForecastModel, forecastPanel, LEAST_PEERS, modelFor } from './forecast-model.js';
import { type MetricToTest } from './metric-backtest.js';
import { panelAt, panelOf, type PeerPanel } from './peer-panel.js';
import { type Prediction, quantileOf } from './prediction.js';
import { ORIGIN_RULES } from './rolling-origins.js';
import { FAN } from './target-forecast.js';

export interface MetricToForecast {
  readonly metric: MetricToTest;
  readonly choice: ForecastChoice;
  /** Periods ahead of the last figure of each series. */
  readonly ahead: number;
}

/** One series, from its own last figure. */
export interface SeriesForecast {
  readonly code: string;
  readonly model: ForecastModel;
  readonly latest: { readonly periodKey: string; readonly value: number };
  /** Series that it was made beside, itself among them; 1 where it stands alone. */
  readonly peers: number;
  /** In the unit of the metric, by `FAN`; the nearest first. */
  readonly steps: readonly { readonly periodKey: string; readonly quantiles: readonly number[] }[];
}

export interface MetricForecast {
  readonly slug: string;
  readonly series: readonly SeriesForecast[];
  /** Codes of series with too few figures. */
  readonly tooFew: readonly string[];
}

/** Forecasts every series of a metric. Series that end with the same period are forecast together, so that the cost grows with their number. */
export function forecastMetric({ metric, choice, ahead }: MetricToForecast): MetricForecast {
  const scale = figureScale(metric);
  const panel = panelOf(metric.series, scale, metric.roundingUnit);
  const months = usualMonths(panel.periods);
  const lasts = panel.values.map((own) => own.findLastIndex((value) => !Number.isNaN(value)));
  const forecast = new Map<number, SeriesForecast>();
  for (const origin of new Set(lasts)) {
    const latest = panel.periods[origin];
    if (!latest || months === undefined) continue;
    const periods = periodsAfter(latest, months, ahead);
    const known = panelAt(panel, origin, ORIGIN_RULES.shockYears);
    const model = modelFor(known, choice.model);
    const predictions = forecastPanel(known, model, periods.map(({ middle }) => middle - latest.middle));
    known.rows.forEach((row, index) => {
      const own = predictions[index];
      const found = own && lasts[row] === origin ? seriesOf(row, { metric, panel, scale, choice, model, latest, periods, own, peers: known.rows.length }) : undefined;
      if (found) forecast.set(row, found);
    });
  }
  return {
    slug: metric.slug,
    series: panel.codes.flatMap((_, row) => forecast.get(row) ?? []),
    tooFew: panel.codes.filter((_, row) => !forecast.has(row)),
  };
}

function seriesOf(row: number, { metric, panel, scale, choice, model, latest, periods, own, peers }: {
  metric: MetricToTest;
  panel: PeerPanel;
  scale: FigureScale;
  choice: ForecastChoice;
  model: ForecastModel;
  latest: Period;
  periods: readonly Period[];
  own: readonly Prediction[];
  peers: number;
}): SeriesForecast | undefined {
  const point = metric.series[row]?.points.findLast(({ period }) => period.key === latest.key);
  if (!point || own.length < periods.length) return undefined;
  return {
    code: panel.codes[row] ?? '',
    model,
    latest: { periodKey: latest.key, value: point.value },
    peers: peers < LEAST_PEERS ? 1 : peers,
    steps: periods.flatMap(({ key }, index) => {
      const prediction = own[index];
      if (!prediction) return [];
      const widened = calibrated(prediction, index + 1, choice);
      return [{ periodKey: key, quantiles: FAN.map((share) => scale.from(quantileOf(widened, share))) }];
    }),
  };
}

/** The middle one of the distances between periods; undefined with fewer than three. */
function usualMonths(periods: readonly Period[]): number | undefined {
  if (periods.length < 3) return undefined;
  const gaps = periods.slice(1).map(({ middle }, index) => middle - (periods[index]?.middle ?? middle)).sort((a, b) => a - b);
  return Math.max(1, Math.round((gaps[Math.floor(gaps.length / 2)] ?? 1) * 12));
}

function periodsAfter(latest: Period, months: number, count: number): Period[] {
  const first = dayFrom(latest.start);
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((step) => {
    const start = first && monthsAfter(first, step * months);
    const period = start && parsePeriod(latest.months === 0 ? isoDate(start) : `${isoDate(start)}/P${latest.months}M`);
    return period ? [period] : [];
  });
}
