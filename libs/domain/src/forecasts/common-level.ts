import { type PeerPanel } from './peer-panel.js';
import { type Prediction } from './prediction.js';
import { windowVariance } from './time-point.js';

/** How the level that peers share is carried on. */
export type CommonDrift = 'none' | 'mean' | 'recent';

/** A period for which most series have a figure, and the level that they share then. */
export interface CommonPoint {
  readonly index: number;
  readonly time: number;
  readonly level: number;
}

/** The share of the series that must have a figure for a period to count. */
const LEAST_SHARE = 0.3;

/**
 * The level that all series of a panel share, from 0 at its first period: from one period to the next it moves by the mean of
 * the changes of those that have both, weighted by 1/(their error variances + their middle one).
 */
export function commonLevel({ periods, values, variances }: PeerPanel): CommonPoint[] {
  const known = values.flatMap((own, row) => [...own].flatMap((value, index) => (Number.isNaN(value) ? [] : [variances[row]?.[index] ?? 0]))).sort((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)] ?? 0;
  const points: CommonPoint[] = [];
  periods.forEach(({ middle: time }, index) => {
    const there = values.filter((own) => !Number.isNaN(own[index] ?? Number.NaN)).length;
    if (there < LEAST_SHARE * values.length) return;
    const last = points.at(-1);
    points.push({ index, time, level: (last?.level ?? 0) + (last ? meanChange({ values, variances }, last.index, index, middle) : 0) });
  });
  return points;
}

/**
 * The common level so many years after its last point. Its steps scatter by σ² a year (over m steps, around their mean), of which
 * few years can tell: Student's t with m − 1. `recent` goes on by the mean of the last three steps, which errs as three steps do.
 * @returns undefined with fewer than two steps
 */
export function commonAfter(points: readonly CommonPoint[], years: number, drift: CommonDrift, windowYears: number): Prediction | undefined {
  const [first, last] = [points[0], points.at(-1)];
  const steps = points.slice(1).map(({ time, level }, index) => ({ years: time - (points[index]?.time ?? time), change: level - (points[index]?.level ?? level) }));
  if (!first || !last || steps.length < 2) return undefined;
  const span = last.time - first.time;
  const mean = drift === 'none' ? 0 : (last.level - first.level) / span;
  const df = drift === 'none' ? steps.length : steps.length - 1;
  const scatter = steps.reduce((sum, step) => sum + (step.change - mean * step.years) ** 2 / step.years, 0) / df;
  const variance = scatter / windowVariance(1, windowYears);
  const recent = steps.slice(-3);
  const recentYears = recent.reduce((sum, step) => sum + step.years, 0);
  const pace = drift === 'recent' ? recent.reduce((sum, step) => sum + step.change, 0) / recentYears : mean;
  const base = drift === 'recent' ? recentYears : span;
  const ofPace = drift === 'none' ? 0 : (years / base) ** 2 * windowVariance(base, windowYears);
  return { mean: last.level + pace * years, sd: Math.sqrt(variance * (windowVariance(years, windowYears) + ofPace)), df };
}

function meanChange({ values, variances }: Pick<PeerPanel, 'values' | 'variances'>, from: number, to: number, middle: number): number {
  let [sum, weights] = [0, 0];
  values.forEach((own, row) => {
    const change = (own[to] ?? Number.NaN) - (own[from] ?? Number.NaN);
    if (Number.isNaN(change)) return;
    const errors = (variances[row]?.[from] ?? 0) + (variances[row]?.[to] ?? 0) + middle;
    const weight = errors > 0 ? 1 / errors : 1;
    sum += weight * change;
    weights += weight;
  });
  return weights > 0 ? sum / weights : 0;
}
