import { type CommonDrift, commonAfter, commonLevel } from './common-level.js';
import { fittedLevel, levelAfter } from './level-fit.js';
import { type PeerPanel, pointsOf } from './peer-panel.js';
import { peerLevels } from './peer-levels.js';
import { type DriftSeen, type PooledDrift, pooledDrift } from './pooled-drift.js';
import { type Prediction } from './prediction.js';
import { randomWalk, walkOn } from './random-walk.js';

/** The standard models that are tried. `peers-…`: a level shared by all series of the metric, and a local level of each beside it. */
export const FORECAST_MODELS = [
  'random-walk',
  'random-walk-with-drift',
  'local-level',
  'local-trend',
  'peers-level',
  'peers-mean-drift',
  'peers-recent-drift',
] as const;

export type ForecastModel = (typeof FORECAST_MODELS)[number];

const COMMON_DRIFTS: Readonly<Partial<Record<ForecastModel, CommonDrift>>> = {
  'peers-level': 'none',
  'peers-mean-drift': 'mean',
  'peers-recent-drift': 'recent',
};

/** So many series make peers; fewer are forecast by themselves. */
export const LEAST_PEERS = 5;

/**
 * Forecasts every series of a panel from its last period.
 * @param years after the middle of the panel's last period
 * @returns by series, by year; undefined where there are too few figures for the model
 */
export function forecastPanel(panel: PeerPanel, model: ForecastModel, years: readonly number[]): (readonly Prediction[] | undefined)[] {
  const used = modelFor(panel, model);
  const drift = COMMON_DRIFTS[used];
  return drift === undefined ? forecastEach(panel, used, years) : forecastTogether(panel, drift, years);
}

/** The model that forecasts a panel: the chosen one, or one for series by themselves where that one asks for peers and there are too few. */
export function modelFor(panel: PeerPanel, chosen: ForecastModel): ForecastModel {
  return COMMON_DRIFTS[chosen] !== undefined && panel.codes.length < LEAST_PEERS ? aloneOf(panel) : chosen;
}

/** A series that has no peers: by its own level where errors are published, else as a random walk with drift. */
function aloneOf({ variances }: PeerPanel): ForecastModel {
  return variances.some((own) => own.some((variance) => variance > 0)) ? 'local-level' : 'random-walk-with-drift';
}

function forecastEach(panel: PeerPanel, model: ForecastModel, years: readonly number[]): (readonly Prediction[] | undefined)[] {
  const { windowYears } = panel;
  const end = panel.periods.at(-1)?.middle ?? 0;
  const series = panel.values.map((_, row) => pointsOf(panel, row));
  if (model === 'random-walk' || model === 'random-walk-with-drift') {
    const drift = model === 'random-walk-with-drift';
    return series.map((points) => {
      const walk = randomWalk(points, { drift, windowYears });
      return walk && years.map((ahead) => walkOn(walk, end - walk.last.time + ahead, drift));
    });
  }
  const trend = model === 'local-trend';
  const pooled = trend ? pooledDrift(series.flatMap((points) => driftOf(randomWalk(points, { drift: true, windowYears })))) : undefined;
  const belief = trend ? beliefOf(pooled) : 'none';
  return series.map((points) => {
    const fit = fittedLevel(points, { trend, belief, windowYears });
    return fit && years.map((ahead) => levelAfter(fit, end - fit.state.time + ahead));
  });
}

function driftOf(walk: ReturnType<typeof randomWalk>): DriftSeen[] {
  return walk ? [{ drift: walk.drift, variance: walk.variance / walk.span }] : [];
}

/** Without peers, or where they all say the very same, the slope is unknown. */
function beliefOf(pooled: PooledDrift | undefined): 'unknown' | { mean: number; variance: number } {
  return pooled && pooled.between > 0 ? { mean: pooled.mean, variance: pooled.between } : 'unknown';
}

/** Both parts vary, the common one by what few years tell: their sum has the degrees of freedom of F. E. Satterthwaite (1946). */
function forecastTogether(panel: PeerPanel, drift: CommonDrift, years: readonly number[]): (readonly Prediction[] | undefined)[] {
  const common = commonLevel(panel);
  const end = panel.periods.at(-1)?.middle ?? 0;
  const last = common.at(-1)?.time ?? end;
  const ahead = years.map((some) => commonAfter(common, end - last + some, drift, panel.windowYears));
  return peerLevels(panel, common).map((own) => {
    if (!own) return undefined;
    const predictions = years.flatMap((some, index): Prediction[] => {
      const shared = ahead[index];
      if (!shared) return [];
      const apart = own.state.levelVariance + own.step * (end - own.state.time + some) + own.error;
      const total = shared.sd ** 2 + apart;
      const df = shared.sd > 0 ? (total / shared.sd ** 2) ** 2 * shared.df : Number.POSITIVE_INFINITY;
      return [{ mean: shared.mean + own.state.level, sd: Math.sqrt(total), df }];
    });
    return predictions.length === years.length ? predictions : undefined;
  });
}
