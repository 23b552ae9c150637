import { type Prediction } from './prediction.js';
import { type TimePoint } from './time-point.js';

/** What is believed of the yearly slope before the first figure: nothing, that there is none, or what peers show. */
export type SlopeBelief = 'unknown' | 'none' | { readonly mean: number; readonly variance: number };

/** Variances of what happens in a year. */
export interface LevelModel {
  readonly level: number;
  readonly slope: number;
  readonly belief: SlopeBelief;
}

/** Level and slope at a time, with their variances and covariance. */
export interface LevelState {
  readonly time: number;
  readonly level: number;
  readonly slope: number;
  readonly levelVariance: number;
  readonly slopeVariance: number;
  readonly covariance: number;
}

/**
 * The Kalman filter of a local level (slope none) or a local linear trend, at figures with any gaps between them: level and
 * slope in k years are level + k·slope and slope, with k times the yearly variances added. The start is exact: a level of which
 * nothing is known is the first figure with its error; of an unknown slope the first two figures say all that is known.
 * @returns the state at the last figure and the log-likelihood of those that the start does not use up; undefined without a figure
 */
export function kalmanFilter(points: readonly TimePoint[], model: LevelModel): { state: LevelState; logLikelihood: number } | undefined {
  const { state: start, used } = startOf(points, model);
  if (!start) return undefined;
  let state = start;
  let logLikelihood = 0;
  for (const { time, value, variance } of points.slice(used)) {
    const before = stateAfter(state, time - state.time, model);
    const total = before.levelVariance + variance;
    const miss = value - before.level;
    if (!(total > 0)) {
      state = before;
      continue;
    }
    logLikelihood -= (Math.log(2 * Math.PI * total) + miss ** 2 / total) / 2;
    const [gain, slopeGain] = [before.levelVariance / total, before.covariance / total];
    state = {
      time,
      level: before.level + gain * miss,
      slope: before.slope + slopeGain * miss,
      levelVariance: Math.max(0, before.levelVariance * (1 - gain)),
      covariance: before.covariance * (1 - gain),
      slopeVariance: Math.max(0, before.slopeVariance - slopeGain * before.covariance),
    };
  }
  return { state, logLikelihood };
}

/** @param error variance of the figure that will be published */
export function predictionAfter(state: LevelState, years: number, model: LevelModel, error: number): Prediction {
  const { level, levelVariance } = stateAfter(state, years, model);
  return { mean: level, sd: Math.sqrt(Math.max(0, levelVariance + error)), df: Number.POSITIVE_INFINITY };
}

function stateAfter({ time, level, slope, levelVariance, slopeVariance, covariance }: LevelState, years: number, model: LevelModel): LevelState {
  return {
    time: time + years,
    level: level + slope * years,
    slope,
    levelVariance: levelVariance + 2 * years * covariance + years ** 2 * slopeVariance + model.level * years,
    covariance: covariance + years * slopeVariance,
    slopeVariance: slopeVariance + model.slope * years,
  };
}

function startOf([first, second]: readonly TimePoint[], { level, belief }: LevelModel): { state: LevelState | undefined; used: number } {
  if (!first) return { state: undefined, used: 0 };
  const known = { time: first.time, level: first.value, levelVariance: first.variance, covariance: 0 };
  if (belief === 'none') return { state: { ...known, slope: 0, slopeVariance: 0 }, used: 1 };
  if (belief !== 'unknown') return { state: { ...known, slope: belief.mean, slopeVariance: belief.variance }, used: 1 };
  if (!second) return { state: { ...known, slope: 0, slopeVariance: 0 }, used: 1 };
  const years = second.time - first.time;
  const state = {
    time: second.time,
    level: second.value,
    slope: (second.value - first.value) / years,
    levelVariance: second.variance,
    covariance: second.variance / years,
    slopeVariance: (first.variance + second.variance + level * years) / years ** 2,
  };
  return { state, used: 2 };
}
