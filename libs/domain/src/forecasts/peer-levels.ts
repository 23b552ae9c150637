import { leastPlace } from './downhill-search.js';
import { type CommonPoint } from './common-level.js';
import { kalmanFilter, type LevelState } from './kalman-filter.js';
import { type PeerPanel } from './peer-panel.js';
import { everyKth, type TimePoint } from './time-point.js';

/** What a series is beside the level that it shares with its peers. */
export interface OwnLevel {
  readonly state: LevelState;
  /** Yearly variance of its steps, and variance of the error of its next figure. */
  readonly step: number;
  readonly error: number;
}

/** So much of what a series scatters by is its own; the rest is that of all, for a few changes say little. */
const OWN_SHARE = 0.7;

/**
 * What each series is beside the common level: a local level of its own, with the published error of its figures. How much such a
 * level moves in a year is one number for all peers, found by maximum likelihood over all of them; where no error is
 * published there are two, the second the share that does not last, and both are in proportion to what the series scatters by.
 * @returns by row; undefined for a series without figures
 */
export function peerLevels(panel: PeerPanel, common: readonly CommonPoint[]): (OwnLevel | undefined)[] {
  const apart = panel.values.map((own, row) => everyKth(distances(panel, common, row, own), panel.windowYears));
  const scatters = apart.map(scatterOf);
  const usual = scatters.filter((scatter) => scatter > 0);
  const mean = usual.reduce((sum, scatter) => sum + scatter, 0) / usual.length;
  if (usual.length === 0) return apart.map((points) => levelOf(points, 0, 0));
  const errorsPublished = panel.variances.some((own) => own.some((variance) => variance > 0));
  const typical = Math.exp(usual.reduce((sum, scatter) => sum + Math.log(scatter), 0) / usual.length);
  const sizes = scatters.map((scatter) => (errorsPublished ? mean : (scatter > 0 ? scatter : typical) ** OWN_SHARE * typical ** (1 - OWN_SHARE)));
  const unlikelihood = ([move = 0, passing]: readonly number[]): number =>
    apart.reduce((sum, points, row) => sum - likelihoodOf(points, (sizes[row] ?? 0) * share(move), passing === undefined ? 0 : (sizes[row] ?? 0) * share(passing)), 0);
  const [move = 0, passing] = leastPlace(unlikelihood, errorsPublished ? [-2.5] : [-0.5, -2], { step: 1.5, rounds: 40, tolerance: 0.01 });
  return apart.map((points, row) => levelOf(points, (sizes[row] ?? 0) * share(move), passing === undefined ? 0 : (sizes[row] ?? 0) * share(passing)));
}

function share(place: number): number {
  return Math.exp(Math.max(-12, Math.min(1, place)));
}

function distances({ variances }: PeerPanel, common: readonly CommonPoint[], row: number, own: Float64Array): TimePoint[] {
  return common.flatMap(({ index, time, level }) => {
    const value = (own[index] ?? Number.NaN) - level;
    return Number.isNaN(value) ? [] : [{ time, value, variance: variances[row]?.[index] ?? 0 }];
  });
}

function likelihoodOf(points: readonly TimePoint[], step: number, passing: number): number {
  let [level, spread, time, sum] = [0, -1, 0, 0];
  for (const point of points) {
    const error = point.variance + passing;
    if (spread < 0) [level, spread, time] = [point.value, error, point.time];
    else {
      const before = spread + step * (point.time - time);
      const total = before + error;
      if (!(total > 0)) continue;
      const miss = point.value - level;
      sum -= (Math.log(total) + miss ** 2 / total) / 2;
      level += (before / total) * miss;
      spread = before * (1 - before / total);
      time = point.time;
    }
  }
  return sum;
}

function levelOf(points: readonly TimePoint[], step: number, passing: number): OwnLevel | undefined {
  const measured = points.map((point) => ({ ...point, variance: point.variance + passing }));
  const found = kalmanFilter(measured, { level: step, slope: 0, belief: 'none' });
  return found && { state: found.state, step, error: measured.at(-1)?.variance ?? 0 };
}

/** Mean square of the changes, a year; 0 where there is none. */
function scatterOf(points: readonly TimePoint[]): number {
  let total = 0;
  points.forEach(({ time, value }, index) => {
    const before = points[index - 1];
    if (before) total += (value - before.value) ** 2 / (time - before.time);
  });
  return points.length > 1 ? total / (points.length - 1) : 0;
}
