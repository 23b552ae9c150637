import { quantileSorted } from 'simple-statistics';
import { standardErrorOf } from '#domain/judgements/standard-error.js';
import { touchesYear } from '#domain/judgements/prepared-series.js';
import type { PeerSeries } from '#domain/forecasts/peer-panel.js';
import type { SeriesPoint, TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { independentFigures, usualFigures } from './usual-course.js';

/** What was the best that places of one level of geography have done. */
export interface Precedent {
  /** 95th percentile of the paces a year, noise removed, on the scale they were asked on; positive is better. */
  readonly pace: number;
  readonly windows: number;
  /** Length of the windows. */
  readonly years: number;
}

export interface PaceScale {
  to(value: number): number;
  varianceOf(value: number, se: number): number;
}

interface Window {
  readonly pace: number;
  /** Of its error of measurement. */
  readonly variance: number;
  readonly years: number;
}

/** So many windows make a 95th percentile; of shorter ones there are more. */
const WINDOWS_WANTED = 20;

/**
 * Windows of the length asked or, where too few are that long, of the longest of which there are enough. None crosses a break, a shock
 * year or the first period of a standard, and none has ends that overlap. Noise is removed by moving the paces towards their mean by
 * √(1 − mean se²/variance), which keeps the second moment right.
 * @param years that the target leaves
 */
export function precedentOf(series: readonly PeerSeries[], target: TargetToJudge, scale: PaceScale, years: number, asOf: string): Precedent | undefined {
  const byYears = new Map<number, Window[]>();
  for (const { points } of series) {
    for (const window of windowsOf(points, target, scale, asOf)) {
      if (window.years > Math.max(1, Math.round(years))) continue;
      const list = byYears.get(window.years) ?? [];
      byYears.set(window.years, list);
      list.push(window);
    }
  }
  const lengths = [...byYears.keys()].sort((a, b) => b - a);
  const most = Math.max(...[...byYears.values()].map((list) => list.length));
  const length = lengths.find((some) => (byYears.get(some)?.length ?? 0) >= Math.min(WINDOWS_WANTED, most));
  const windows = byYears.get(length ?? 0);
  if (!windows || length === undefined) return undefined;
  const paces = withoutNoise(windows).sort((a, b) => a - b);
  return { pace: quantileSorted(paces, 0.95), windows: windows.length, years: length };
}

function windowsOf(points: readonly SeriesPoint[], target: TargetToJudge, scale: PaceScale, asOf: string): Window[] {
  const usual = usualFigures(points, target, asOf);
  const errors = usual.map((point) => {
    const { se, basis } = standardErrorOf(point, target);
    return basis === 'rounding' ? 0 : scale.varianceOf(point.value, se);
  });
  return usual.flatMap((from, first) =>
    usual.slice(first + 1).flatMap((to, index): Window[] => {
      const gap = to.period.middle - from.period.middle;
      if (gap < 0.5 || independentFigures([from, to]).length < 2 || spansShock(from, to, target)) return [];
      const pace = (target.direction * (scale.to(to.value) - scale.to(from.value))) / gap;
      return [{ pace, variance: ((errors[first] ?? 0) + (errors[first + 1 + index] ?? 0)) / gap ** 2, years: Math.max(1, Math.round(gap)) }];
    }),
  );
}

/** Is there a whole shock year between the two, or a part of one? */
function spansShock(from: SeriesPoint, to: SeriesPoint, { shockYears = [] }: TargetToJudge): boolean {
  return touchesYear({ ...from.period, end: to.period.end }, shockYears);
}

function withoutNoise(windows: readonly Window[]): number[] {
  const mean = windows.reduce((sum, { pace }) => sum + pace, 0) / windows.length;
  const spread = windows.reduce((sum, { pace }) => sum + (pace - mean) ** 2, 0) / Math.max(1, windows.length - 1);
  const noise = windows.reduce((sum, { variance }) => sum + variance, 0) / windows.length;
  const keep = spread > noise ? Math.sqrt(1 - noise / spread) : 0;
  return windows.map(({ pace }) => mean + keep * (pace - mean));
}
