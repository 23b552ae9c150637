import type { Period } from '#domain/observations/period.js';
import { isEnough } from './area-coverage.js';
import { periodsOfAreas } from './area-figures.js';
import { chooseGroup } from './area-group.js';
import { periodsBefore } from './area-pairs.js';
import { distancesInWords } from './distance-words.js';
import { capitalised, seriesInWords } from './figure-words.js';
import { levellingWindows, type LevellingWindows, type ThreePeriods } from './levelling-windows.js';
import { chanceBelow } from './normal-distribution.js';
import { touchesYear } from './prepared-series.js';
import { breakBetween } from './series-breaks.js';
import type { AreaSeries, TargetToJudge } from './target-to-judge.js';

/** Do the best areas slow down more than all do, so that a gap closes from above? Plain JSON. */
export interface LevellingDownGuard {
  readonly guard: 'clear' | 'levelling-down' | 'cannot-tell';
  readonly sentence: string;
  readonly numbers?: LevellingDownNumbers;
}

/** Paces are a year, positive is better. */
export interface LevellingDownNumbers {
  readonly areas: number;
  /** Keys of the periods: past window from first to second, present one from second to third. */
  readonly periods: readonly [string, string, string];
  readonly topPast: number;
  readonly topNow: number;
  readonly allPast: number;
  readonly allNow: number;
  /** That the top's pace is below half of its past, and that it slowed down more than all areas did. */
  readonly chanceBelowHalf: number;
  readonly chanceMoreThanAll: number;
}

const TOP = { side: 'best', share: 20, years: 3 } as const;
const YEARS_OF_A_WINDOW = 5;
/** Surveys are not taken on the same day each year. */
const SLACK = 0.1;
/** How much longer than the present stretch the past one may be, where shock years have to be stepped over. */
const LONGER_AT_MOST = 2 + SLACK;
const TOO_LARGE = 'the figures are too large to be compared';
const SURE = 0.8;
const HALF = 0.5;

/**
 * The guard of methods.md, for every metric with areas, target or none: the pace of the top fifth (chosen anew before
 * each of two windows by the mean of three periods, so that no window chooses its own winners) below half of its past,
 * and slower by more than that of all areas. It speaks at a chance of .8 for both, is clear where one is less likely
 * than not, and cannot tell in between.
 * @param areas figures oldest first
 * @param since the present window's first period; without one, five years before the latest or the next before that is no shock
 */
export function levellingDown(
  areas: readonly AreaSeries[],
  target: TargetToJudge,
  latest = latestPeriodOf(areas, target),
  since?: Period,
): LevellingDownGuard {
  if (!latest) return cannotTell(target, 'no period has figures for enough areas');
  const { shockYears = [], breaks = [] } = target;
  if (touchesYear(latest, shockYears)) return cannotTell(target, `the latest figures, for ${latest.label}, are out of the ordinary`);
  const before = periodsBefore(areas, target, latest).filter(({ months }) => months === latest.months);
  const start = since ?? before.findLast(({ middle }) => middle <= latest.middle - YEARS_OF_A_WINDOW + SLACK);
  const length = start ? latest.middle - start.middle : 0;
  const past = start && before.findLast(({ middle }) => middle <= start.middle - length + SLACK);
  if (!start || !past || start.middle - past.middle > length + LONGER_AT_MOST) return cannotTell(target, 'the figures of enough areas do not reach back over two stretches of the same length');
  const broken = breakBetween(breaks, past, latest);
  if (broken) return cannotTell(target, `from ${broken.period.label} the series stands on another footing`);
  const [topPast, topNow] = [past, start].map((first) => chooseGroup(areas, target, first, TOP));
  if (!topPast || !topNow) return cannotTell(target, `the top fifth must be chosen by three periods before ${past.label}, and too few areas have figures for them`);
  const found = levellingWindows(areas, target, [past, start, latest], topPast, topNow);
  if (!isEnough(found.areas, target.areas?.expected ?? 0)) return cannotTell(target, `only ${found.areas} areas have figures at all three ends`);
  return guardOf(target, found, [past, start, latest]);
}

function latestPeriodOf(areas: readonly AreaSeries[], { areas: of }: TargetToJudge): Period | undefined {
  return periodsOfAreas(areas).findLast(({ areas: count }) => isEnough(count, of?.expected ?? 0))?.period;
}

function guardOf(target: TargetToJudge, found: LevellingWindows, periods: ThreePeriods): LevellingDownGuard {
  const { topPast, topNow, allPast, allNow } = found;
  const chanceBelowHalf = chanceBelow(topPast / 2, topNow, found.belowHalfError);
  const chanceMoreThanAll = 1 - chanceBelow(0, topPast - topNow - (allPast - allNow), found.moreThanAllError);
  const numbers: LevellingDownNumbers = {
    areas: found.areas,
    periods: [periods[0].key, periods[1].key, periods[2].key],
    topPast,
    topNow,
    allPast,
    allNow,
    chanceBelowHalf,
    chanceMoreThanAll,
  };
  if (!Object.values(numbers).flat().every((number) => typeof number === 'string' || Number.isFinite(number))) return cannotTell(target, TOO_LARGE);
  if (!(topPast > 0)) {
    const sentence = `The top fifth of areas made no progress from ${periods[0].label} to ${periods[1].label}, so there is no pace that could have halved.`;
    return { guard: 'cannot-tell', sentence, numbers };
  }
  const sure = Math.min(chanceBelowHalf, chanceMoreThanAll);
  const guard = sure >= SURE ? 'levelling-down' : sure < HALF ? 'clear' : 'cannot-tell';
  const endings = {
    clear: 'this is no levelling down',
    'levelling-down': 'the gap closes, if it does, by levelling down',
    'cannot-tell': 'whether this is levelling down cannot be told from these figures',
  } as const;
  const [pastOfTop, nowOfTop, pastOfAll, nowOfAll] = pacesInWords([topPast, topNow, allPast, allNow], target);
  const paces = `the top fifth of areas went from ${pastOfTop} to ${nowOfTop} a year (positive is better) and all areas from ${pastOfAll} to ${nowOfAll}`;
  const windows = `from the years between ${periods[0].label} and ${periods[1].label} to those between ${periods[1].label} and ${periods[2].label}`;
  return { guard, sentence: `${capitalised(seriesInWords(target))}: ${windows}, the pace of ${paces}; ${endings[guard]}.`, numbers };
}

function cannotTell(target: TargetToJudge, why: string): LevellingDownGuard {
  return { guard: 'cannot-tell', sentence: `Whether ${seriesInWords(target)} is levelled down cannot be told: ${why}.` };
}

/** "+£14.20", "−0.1 years" */
function pacesInWords(paces: readonly number[], target: TargetToJudge): string[] {
  return distancesInWords(paces, target).map((words, index) => `${(paces[index] ?? 0) < 0 ? '−' : '+'}${words}`);
}
