import type { Period } from '#domain/observations/period.js';
import { pointAt } from './area-figures.js';
import type { ChosenGroup } from './area-group.js';
import { measured } from './baseline-figure.js';
import type { AreaSeries, TargetToJudge } from './target-to-judge.js';

/** Paces a year of the top fifth and of all areas in two stretches of time; positive is better. */
export interface LevellingWindows {
  readonly areas: number;
  readonly topPast: number;
  readonly topNow: number;
  readonly allPast: number;
  readonly allNow: number;
  /** Standard errors of (present − half of past) of the top, and of its slowdown less that of all. */
  readonly belowHalfError: number;
  readonly moreThanAllError: number;
}

/** The past stretch from the first to the second, the present one from there to the third. */
export type ThreePeriods = readonly [Period, Period, Period];

/**
 * @param topPast the top fifth as chosen before the past stretch
 * @param topNow as chosen before the present one
 */
export function levellingWindows(areas: readonly AreaSeries[], target: TargetToJudge, periods: ThreePeriods, topPast: ChosenGroup, topNow: ChosenGroup): LevellingWindows {
  const rankedNow = new Set(topNow.ranked);
  const ranked = new Set(topPast.ranked.filter((area) => rankedNow.has(area)).map(({ code }) => code));
  const rows = areas.flatMap(({ code, series }) => {
    const points = periods.map((period) => pointAt(series, period));
    if (!ranked.has(code) || !points.every((point) => point !== undefined)) return [];
    const ends = points.map((point) => measured(point, target));
    const [a = 0, b = 0, c = 0] = ends.map(({ point }) => target.direction * point.value);
    const years: readonly [number, number] = [periods[1].middle - periods[0].middle, periods[2].middle - periods[1].middle];
    return [{ code, past: (b - a) / years[0], now: (c - b) / years[1], errors: ends.map(({ se }) => se), years }];
  });
  const [inPast, inNow] = [rows.filter(({ code }) => topPast.codes.has(code)), rows.filter(({ code }) => topNow.codes.has(code))];
  const means = {
    topPast: meanOf(inPast.map(({ past }) => past)),
    topNow: meanOf(inNow.map(({ now }) => now)),
    allPast: meanOf(rows.map(({ past }) => past)),
    allNow: meanOf(rows.map(({ now }) => now)),
  };
  // what one area adds to a sum a·(past pace) + b·(present pace): its distance from its group's mean, and its own errors
  const errorOf = (weights: (code: string) => readonly [readonly [number, number], readonly [number, number]]): number => {
    let [between, measurement] = [0, 0];
    for (const { code, past, now, errors, years } of rows) {
      const [[topA, topB], [allA, allB]] = weights(code);
      between += (topA * (past - means.topPast) + topB * (now - means.topNow) + allA * (past - means.allPast) + allB * (now - means.allNow)) ** 2;
      const [a, b] = [(topA + allA) / years[0], (topB + allB) / years[1]];
      const [first = 0, second = 0, third = 0] = errors;
      measurement += (a * first) ** 2 + ((a - b) * second) ** 2 + (b * third) ** 2;
    }
    return Math.sqrt(Math.max(between, measurement));
  };
  const share = (group: ChosenGroup, code: string, size: number): number => (group.codes.has(code) ? 1 / size : 0);
  return {
    areas: rows.length,
    ...means,
    belowHalfError: errorOf((code) => [[-share(topPast, code, inPast.length) / 2, share(topNow, code, inNow.length)], [0, 0]]),
    moreThanAllError: errorOf((code) => [
      [share(topPast, code, inPast.length), -share(topNow, code, inNow.length)],
      [-1 / rows.length, 1 / rows.length],
    ]),
  };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0) / numbers.length;
}
