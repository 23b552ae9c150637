import { type ForecastModel } from './forecast-model.js';
import { chanceAbove, type Prediction, quantileOf, widened } from './prediction.js';
import { type Trial } from './rolling-origins.js';

/** How a metric is forecast: chosen on origins up to a year, and not changed since. */
export interface ForecastChoice {
  readonly model: ForecastModel;
  /** By horizon, from one period: how many times as wide as the model says; never falls. The last holds for all beyond. */
  readonly widening: readonly number[];
  /** ln(p/(1 − p)) = intercept + slope·ln(q/(1 − q)), where q is the chance that the widened forecast gives. */
  readonly chance: { readonly intercept: number; readonly slope: number };
}

/** Where there is no origin to learn from: a walk with the drift of the peers, as it is. */
export const UNTAUGHT: ForecastChoice = { model: 'peers-mean-drift', widening: [1], chance: { intercept: 0, slope: 1 } };

/** A chance is never said to be surer than this. */
const SUREST = 0.001;

export function calibrated(prediction: Prediction, horizon: number, { widening }: Pick<ForecastChoice, 'widening'>): Prediction {
  return widened(prediction, widening[Math.min(Math.max(1, horizon), widening.length) - 1] ?? 1);
}

/** The chance of a figure better than a bound. @param prediction as calibrated */
export function chanceOfBetter(prediction: Prediction, bound: number, direction: 1 | -1, { chance: { intercept, slope } }: Pick<ForecastChoice, 'chance'>): number {
  const above = chanceAbove(prediction, bound);
  const logOdds = Math.log(within(direction === 1 ? above : 1 - above) / (1 - within(direction === 1 ? above : 1 - above)));
  return within(1 / (1 + Math.exp(-(intercept + slope * logOdds))));
}

/** What the bands of a forecast alone say, of a chance put right by `choice`; undefined where they say nothing about it (slope 0). */
export function chanceByBands(chance: number, { chance: { intercept, slope } }: Pick<ForecastChoice, 'chance'>): number | undefined {
  if (slope === 0) return undefined;
  return within(1 / (1 + Math.exp((intercept - Math.log(chance / (1 - chance))) / slope)));
}

/**
 * How much wider forecasts must be for their 80 % interval to have held 80 % of the figures in the worst of the origin years: areas
 * share the shocks of a year, so that figures are many and years few, and the mean over years promises too much for the next. Never
 * below 1, and never less than at a shorter horizon.
 */
export function wideningOf(trials: readonly Trial[], share = 0.8): number[] {
  const misses = new Map<number, Map<number, number[]>>();
  for (const { horizon, originYear, prediction, hidden } of trials) {
    const half = quantileOf(prediction, (1 + share) / 2) - prediction.mean;
    const byYear = misses.get(horizon) ?? new Map<number, number[]>();
    misses.set(horizon, byYear);
    const list = byYear.get(originYear) ?? [];
    byYear.set(originYear, list);
    if (half > 0) list.push(Math.abs(hidden - prediction.mean) / half);
  }
  const widening: number[] = [];
  for (let horizon = 1; horizon <= Math.max(1, ...misses.keys()); horizon++) {
    const years = [...(misses.get(horizon)?.values() ?? [])].filter((list) => list.length > 0);
    widening.push(Math.max(1, widening.at(-1) ?? 1, ...years.map((list) => shareQuantile(list, share))));
  }
  return widening;
}

/** The intercept and slope that make the chances most likely (logistic regression by Newton's steps, the slope held near 1 by a light prior). */
export function chanceScaleOf(trials: readonly Trial[], direction: 1 | -1, choice: Pick<ForecastChoice, 'widening'>): ForecastChoice['chance'] {
  const plain = { chance: { intercept: 0, slope: 1 } };
  const seen = trials.map(({ prediction, horizon, last, hidden }) => {
    const chance = chanceOfBetter(calibrated(prediction, horizon, choice), last, direction, plain);
    return { x: Math.log(chance / (1 - chance)), y: direction * (hidden - last) > 0 ? 1 : 0 };
  });
  let [intercept, slope] = [0, 1];
  if (seen.length === 0) return { intercept, slope };
  const held = 0.001 * seen.length;
  for (let step = 0; step < 30; step++) {
    let [g0, g1, h00, h01, h11] = [0, held * (1 - slope), 1e-9, 0, held];
    for (const { x, y } of seen) {
      const p = 1 / (1 + Math.exp(-(intercept + slope * x)));
      const w = p * (1 - p);
      g0 += y - p;
      g1 += (y - p) * x;
      h00 += w;
      h01 += w * x;
      h11 += w * x * x;
    }
    const size = h00 * h11 - h01 * h01;
    if (!(size > 1e-12)) break;
    const [d0, d1] = [(h11 * g0 - h01 * g1) / size, (h00 * g1 - h01 * g0) / size];
    intercept += Math.max(-2, Math.min(2, d0));
    slope += Math.max(-2, Math.min(2, d1));
    if (Math.abs(d0) + Math.abs(d1) < 1e-9) break;
  }
  // a slope below 0 would turn the forecast round
  return { intercept, slope: Math.max(0, slope) };
}

function within(chance: number): number {
  return Math.min(1 - SUREST, Math.max(SUREST, chance));
}

/** Between the two figures that a share lies between, in order of size (R's type 7). */
function shareQuantile(list: readonly number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (place - Math.floor(place)) * (high - low);
}
