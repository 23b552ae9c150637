import type { Assessment } from './assessment.js';
import type { BaselineFigure, MeasuredPoint } from './baseline-figure.js';
import { type ChangeFromBaseline, changeFromBaseline } from './change-from-baseline.js';
import type { BandChances } from './computed-judgement.js';
import { assessDirection } from './direction-only.js';
import { asksOnlyDirection, isBackLoaded, type InterimPath, pathFrom, shareDue, valueOnPath } from './path.js';
import { bandChances, verdictOfBands } from './path-bands.js';
import { breakBetween } from './series-breaks.js';
import { roundingErrorOf } from './standard-error.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import type { Verdict } from './verdict.js';

/**
 * The default method: distance from the path as a share of the whole journey, with the error of that distance.
 * @param series usable figures, oldest first; a hold takes its own σ from those up to the baseline
 * @returns undefined where the rule has no path
 */
export function assess(
  target: TargetToJudge,
  baseline: BaselineFigure,
  latest: MeasuredPoint,
  series: readonly SeriesPoint[],
): Assessment | undefined {
  const path = pathFrom(baseline, target);
  if (!path) return undefined;
  if (asksOnlyDirection(target.rule)) return assessDirection(target, baseline, latest, path);
  const changed = changeFromBaseline(target.direction, baseline, latest);
  const journey = Math.abs(path.target - path.start);
  const hold = journey <= 1e-9 * Math.max(Math.abs(path.target), Math.abs(path.start));
  const scale = hold ? ownSigma(target, baseline, series) || changed.se || 1 : journey;
  const at = latest.point.period.middle;
  const due = hold ? 0 : shareDue(path, at);
  const pathValue = valueOnPath(path, at);
  const deviation = (target.direction * (latest.point.value - pathValue)) / scale;
  const deviationStandardError = distanceError(latest.se, baseline.se, changed.covariance, 1 - due) / scale;
  const chances = bandChances(deviation, deviationStandardError);
  return {
    ...verdictOf(target, path, latest, changed, chances),
    method: hold ? 'hold' : 'interim-path',
    baseline,
    latest,
    path,
    numbers: {
      change: changed.change,
      changeStandardError: changed.se,
      correlation: changed.correlation,
      pathValue,
      shareDue: due,
      deviation,
      deviationIn: hold ? 'sigma' : 'journey',
      deviationStandardError,
      chances,
      backLoaded: isBackLoaded(path),
      ...(hold ? { sigma: scale } : {}),
    },
  };
}

export function isReached(value: number, asked: number, direction: 1 | -1): boolean {
  return direction * (value - asked) >= -1e-9 * Math.max(Math.abs(value), Math.abs(asked));
}

/** Reached comes first, then the wrong way beyond error, then the bands. */
function verdictOf(
  target: TargetToJudge,
  path: InterimPath,
  latest: MeasuredPoint,
  changed: ChangeFromBaseline,
  chances: BandChances,
): { readonly verdict: Verdict; readonly heldOffTrack: boolean } {
  if (isReached(latest.point.value, path.target, target.direction))
    return { verdict: 'at-target', heldOffTrack: false };
  if (changed.shown === 'worse') return { verdict: 'deteriorating', heldOffTrack: false };
  return verdictOfBands(chances, target.previousVerdict);
}

/** √(se_v² + (1−w)²·se_0² − 2(1−w)·ρ·se_v·se_0): the baseline's error fades as the path leaves it for a fixed target. */
function distanceError(seLatest: number, seBaseline: number, covariance: number, rest: number): number {
  return Math.sqrt(Math.max(0, seLatest ** 2 + (rest * seBaseline) ** 2 - 2 * rest * covariance));
}

/**
 * σ of the series itself: the standard deviation of its figures up to the baseline (at least three), which is what was
 * known when the target was set; with fewer, the error of the baseline. Never below the rounding error.
 */
function ownSigma(target: TargetToJudge, baseline: BaselineFigure, series: readonly SeriesPoint[]): number {
  const known = figuresBefore(target, baseline, series).map((point) => point.value);
  const floor = Math.max(...baseline.points.map(({ point }) => roundingErrorOf(point, target)));
  if (known.length < 3) return Math.max(baseline.se, floor);
  const mean = known.reduce((total, value) => total + value, 0) / known.length;
  const squares = known.reduce((total, value) => total + (value - mean) ** 2, 0);
  return Math.max(Math.sqrt(squares / (known.length - 1)), floor);
}

/** The figures up to the baseline that stand on its footing. */
export function figuresBefore(
  { breaks = [] }: Pick<TargetToJudge, 'breaks'>,
  { at, points }: Pick<BaselineFigure, 'at' | 'points'>,
  series: readonly SeriesPoint[],
): SeriesPoint[] {
  const last = points.at(-1)?.point.period;
  return series.filter(({ period }) => period.middle <= at + 1e-9 && !(last && breakBetween(breaks, period, last)));
}
