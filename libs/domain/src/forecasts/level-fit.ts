import { leastPlace } from './downhill-search.js';
import { kalmanFilter, type LevelModel, type LevelState, predictionAfter, type SlopeBelief } from './kalman-filter.js';
import { type Prediction } from './prediction.js';
import { everyKth, type TimePoint } from './time-point.js';

/** A local level or trend fitted to one series by maximum likelihood. */
export interface LevelFit {
  readonly model: LevelModel;
  readonly state: LevelState;
  /** Variance of the error of the last figure. */
  readonly error: number;
}

/** Of the scatter of the changes; a variance below is as good as none. */
const LEAST_SHARE = 1e-6;

/**
 * @param trend the slope changes too (local linear trend)
 * @returns undefined with fewer than three figures
 */
export function fittedLevel(
  points: readonly TimePoint[],
  { trend, belief, windowYears = 1 }: { trend: boolean; belief: SlopeBelief; windowYears?: number },
): LevelFit | undefined {
  // the errors of windows that share years are not independent, and the filter takes them for that
  const used = everyKth(points, windowYears, 3);
  const last = used.at(-1);
  if (used.length < 3 || !last) return undefined;
  const scatter = scatterOf(used);
  // nothing has ever moved
  if (scatter === 0) return fitOf(used, { level: 0, slope: 0, belief }, last);
  const modelAt = ([level = 0, slope = -100]: readonly number[]): LevelModel => ({
    level: scatter * Math.exp(Math.min(level, 5)),
    slope: trend ? scatter * Math.exp(Math.min(slope, 5)) : 0,
    belief,
  });
  const unlikelihood = (place: readonly number[]): number => -(kalmanFilter(used, modelAt(place))?.logLikelihood ?? Number.NaN);
  const best = modelAt(leastPlace(unlikelihood, trend ? [-1, -4] : [-1], { step: 2, rounds: trend ? 50 : 30 }));
  const tidy = (variance: number): number => (variance < scatter * LEAST_SHARE ? 0 : variance);
  return fitOf(used, { level: tidy(best.level), slope: tidy(best.slope), belief }, last);
}

export function levelAfter({ state, model, error }: LevelFit, years: number): Prediction {
  return predictionAfter(state, years, model, error);
}

function fitOf(points: readonly TimePoint[], model: LevelModel, { variance }: TimePoint): LevelFit | undefined {
  const found = kalmanFilter(points, model);
  return found && { model, state: found.state, error: variance };
}

/** Mean square of the changes, a year. */
function scatterOf(points: readonly TimePoint[]): number {
  let total = 0;
  points.forEach(({ time, value }, index) => {
    const before = points[index - 1];
    if (before) total += (value - before.value) ** 2 / (time - before.time);
  });
  return total / (points.length - 1);
}
