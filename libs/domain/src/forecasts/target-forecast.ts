import { comparableTarget } from '#domain/judgements/comparable-target.js';
import { pathFrom } from '#domain/judgements/path.js';
import { pointOfPeriod, usableSeries } from '#domain/judgements/prepared-series.js';
import type { TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { dayFrom, isoDate, monthsAfter } from '#domain/observations/calendar-day.js';
import { parsePeriod, type Period } from '#domain/observations/period.js';
import { figureScale } from './figure-scale.js';
import { calibrated, chanceOfBetter, type ForecastChoice } from './forecast-choice.js';
import { forecastPanel, LEAST_PEERS, modelFor, type ForecastModel } from './forecast-model.js';
import { panelAt, panelOf, type PeerSeries } from './peer-panel.js';
import { quantileOf } from './prediction.js';

/** Raised when a forecast of the same figures could come out otherwise. */
export const FORECAST_VERSION = '1';

/** Shares of the forecast that lie below each of the figures of a step. */
export const FAN = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** Why there is no forecast. */
export type ForecastLack = 'over-areas' | 'no-target' | 'no-figures' | 'too-few-figures' | 'decided';

export interface ForecastStep {
  readonly periodKey: string;
  /** In the unit of the metric, by `FAN`. */
  readonly quantiles: readonly number[];
}

/** A target's forecast, to the period that decides it. */
export interface TargetForecast {
  /** That made it: of a series without peers not the one that was chosen for the metric. */
  readonly model: ForecastModel;
  /** Series that it was made beside; 1 where it stands alone. */
  readonly peers: number;
  readonly latest: { readonly periodKey: string; readonly value: number };
  readonly steps: readonly ForecastStep[];
  /** Periods from the latest figure to the one that decides. */
  readonly horizon: number;
  /** What must be met, in the unit of the metric. */
  readonly target: number;
  /** Of a figure as good as the target or better, 0 to 1. */
  readonly chance: number;
}

export interface ForecastRequest {
  readonly target: TargetToJudge;
  /** Every series of the metric; the target's own among them by this code. */
  readonly peers: readonly PeerSeries[];
  readonly code: string;
  readonly choice: ForecastChoice;
  /** ISO date: figures of periods that were over by then. */
  readonly asOf: string;
}

/** The forecast of one series to the deciding period; a ratio or a distance is forecast by itself, for its peers are none. */
export function forecastTarget({ target: asSet, peers, code, choice, asOf }: ForecastRequest): TargetForecast | ForecastLack {
  if (asSet.areas) return 'over-areas';
  const comparable = comparableTarget(asSet);
  const decides = parsePeriod(asSet.decides.periodKey);
  if (!('target' in comparable) || asSet.notComparable !== undefined || asSet.rule.kind === 'binary' || !decides) return 'no-target';
  const { target } = comparable;
  const series = usableSeries(target.series, asOf);
  const latest = series.at(-1);
  const baseline = pointOfPeriod(series, target.baseline.periodKey);
  if (!latest || !baseline) return 'no-figures';
  if (latest.period.middle >= decides.middle - 0.01) return 'decided';
  const path = pathFrom({ value: baseline.value, at: baseline.period.middle }, target);
  if (!path) return 'no-target';
  const combined = target.series !== asSet.series;
  const others = combined ? [] : peers.filter((peer) => peer.code !== code);
  const scale = figureScale(target);
  const panel = panelOf([{ code, points: series }, ...others], scale, target.roundingUnit);
  const origin = panel.periods.findIndex(({ key }) => key === latest.period.key);
  const known = panelAt(panel, origin, target.shockYears ?? []);
  const step = usualStep(series.map(({ period }) => period.middle));
  const periods = step === undefined ? [] : periodsUntil(latest.period, decides, step);
  const predictions = forecastPanel(known, choice.model, periods.map(({ middle }) => middle - latest.period.middle))[0];
  const last = predictions?.at(-1);
  if (!predictions || !last) return 'too-few-figures';
  const horizon = Math.max(1, Math.round((decides.middle - latest.period.middle) / (step ?? 1)));
  return {
    model: modelFor(known, choice.model),
    peers: known.rows.length < LEAST_PEERS ? 1 : known.rows.length,
    latest: { periodKey: latest.period.key, value: latest.value },
    steps: periods.map(({ key }, index) => {
      const prediction = calibrated(predictions[index] ?? last, index + 1, choice);
      return { periodKey: key, quantiles: FAN.map((share) => scale.from(quantileOf(prediction, share))) };
    }),
    horizon,
    target: path.target,
    chance: chanceOfBetter(calibrated(last, horizon, choice), scale.to(path.target), target.direction, choice),
  };
}

/** The middle one of the distances between figures, in years; undefined with fewer than three figures. */
function usualStep(times: readonly number[]): number | undefined {
  if (times.length < 3) return undefined;
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time)).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)];
}

/** One period after the other, and the deciding one itself at the end. */
function periodsUntil(latest: Period, decides: Period, step: number): Period[] {
  const periods: Period[] = [];
  const first = dayFrom(latest.start);
  const months = Math.max(1, Math.round(step * 12));
  for (let ahead = months; first && ahead < 1200; ahead += months) {
    const start = monthsAfter(first, ahead);
    const period = start && parsePeriod(latest.months === 0 ? isoDate(start) : `${isoDate(start)}/P${latest.months}M`);
    if (!period || period.middle >= decides.middle - step / 2) break;
    periods.push(period);
  }
  return [...periods, decides];
}
