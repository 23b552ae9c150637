import { isAheadOf, type DeliveryRating, stepsApart } from '#domain/judgements/delivery-rating.js';
import { compareWorstFirst, isJudged, type Verdict } from '#domain/judgements/verdict.js';
import { dayFrom, isoDate } from '#domain/observations/calendar-day.js';

/** What a headline target of the rated mission came to. */
export interface RatedTarget {
  /** The figures' word that stood a year after the rating; null where there was none, or that day has not come. */
  readonly aYearLater: Verdict | null;
  /** Met or missed by its deciding period; null while that is open. */
  readonly outcome: 'met' | 'missed' | null;
  /** First day on which the figures had decided it, ISO; null while that is open. */
  readonly decidedOn: string | null;
}

/** A rating that a department gave for a mission, with what became of the mission's headline targets. */
export interface PastRating {
  readonly rating: DeliveryRating;
  /** Day on which it was given, ISO. */
  readonly ratedOn: string;
  readonly targets: readonly RatedTarget[];
}

/**
 * The rating against the worst of the headline targets a year later, on the ladder of conflicts: two steps or more
 * make a difference. `not-yet`: the year is not over. `no-word`: the figures said nothing that has a step.
 */
export type YearLater = 'not-yet' | 'no-word' | 'worse' | 'agrees' | 'better';

export const YEAR_LATER_WORDS: Record<YearLater, string> = {
  worse: 'worse than rated',
  agrees: 'as rated',
  better: 'better than rated',
  'no-word': 'the figures did not say',
  'not-yet': 'not a year ago yet',
};

/** How one department, or one of its ratings' words, has done. */
export interface RatingRecord {
  readonly given: number;
  readonly yearLater: Readonly<Record<YearLater, number>>;
  /** Headline targets decided after a rating of their mission, once for each such rating. */
  readonly met: number;
  readonly missed: number;
}

/** The same day of the next year; 29 February gives the 28th. */
export function aYearAfter(day: string): string {
  const found = dayFrom(day);
  if (!found) throw new Error(`${day} is no date`);
  const { year, month, day: ofMonth } = found;
  return isoDate({ year: year + 1, month, day: month === 2 && ofMonth === 29 ? 28 : ofMonth });
}

/** The worst word of the headline targets a year after the rating; null where none judged anything. */
export function wordAYearLater({ targets }: PastRating): Verdict | null {
  return targets.flatMap(({ aYearLater }) => (aYearLater && isJudged(aYearLater) ? [aYearLater] : [])).sort(compareWorstFirst)[0] ?? null;
}

/** @param today ISO date */
export function yearLaterOf(rated: PastRating, today: string): YearLater {
  if (aYearAfter(rated.ratedOn) > today) return 'not-yet';
  const word = wordAYearLater(rated);
  const steps = word ? stepsApart(word, rated.rating) : undefined;
  if (word === null || steps === undefined) return 'no-word';
  if (steps < 2) return 'agrees';
  return isAheadOf(rated.rating, word) ? 'worse' : 'better';
}

/** Targets that were decided after the rating: what was known when it was given is no forecast. */
export function decidedSince({ ratedOn, targets }: PastRating): { met: number; missed: number } {
  const since = targets.filter(({ decidedOn }) => decidedOn !== null && decidedOn > ratedOn);
  return { met: since.filter(({ outcome }) => outcome === 'met').length, missed: since.filter(({ outcome }) => outcome === 'missed').length };
}

/** @param today ISO date */
export function recordOf(ratings: readonly PastRating[], today: string): RatingRecord {
  const yearLater: Record<YearLater, number> = { worse: 0, agrees: 0, better: 0, 'no-word': 0, 'not-yet': 0 };
  let [met, missed] = [0, 0];
  for (const rated of ratings) {
    yearLater[yearLaterOf(rated, today)] += 1;
    const decided = decidedSince(rated);
    met += decided.met;
    missed += decided.missed;
  }
  return { given: ratings.length, yearLater, met, missed };
}
