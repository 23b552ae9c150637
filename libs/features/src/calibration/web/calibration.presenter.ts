import { decidedSince, type PastRating, recordOf, wordAYearLater, YEAR_LATER_WORDS, type YearLater, yearLaterOf } from '#domain/calibration/past-rating.js';
import { DELIVERY_RATING_SLUGS, DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { capitalised } from '#domain/judgements/figure-words.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { departmentsPaths } from '#features/departments/departments.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { longDate } from '#platform/pages/dates.js';
import { calibrationPaths } from '../calibration.paths.js';
import { calibrationWords as words } from '../calibration.words.js';
import { type RatingGiven } from '../ratings-given.queries.js';

interface Link {
  text: string;
  href: string;
}

/** A row of numbers: how many ratings, how they compare a year later, and what was decided since. */
export interface RecordRow {
  name: string;
  href?: string;
  given: number;
  yearLater: number[];
  decided: string;
}

interface CalibrationPage {
  title: string;
  words: typeof words;
  yearLaterColumns: string[];
  rows: RecordRow[];
}

export type AllRatingsPage = CalibrationPage & { csv: { href: string; metadata: string } };

export type DepartmentRatingsPage = CalibrationPage & {
  backLink: Link;
  department: Link;
  each: { mission: Link; on: string; rating: string; reference: string; yearLater: string; decided: string }[];
};

const COMPARISONS: readonly YearLater[] = ['worse', 'agrees', 'better', 'no-word', 'not-yet'];
const COLUMNS = COMPARISONS.map((comparison) => capitalised(YEAR_LATER_WORDS[comparison]));

/** @param ratings of all departments. @param today ISO date */
export function allRatingsPage(ratings: readonly RatingGiven[], today: string): AllRatingsPage {
  const departments = new Map(ratings.map(({ department: { slug, name } }) => [slug, name]));
  const rows = [...departments].map(([slug, name]) => ({
    ...recordRow(name, ratings.filter(({ department }) => department.slug === slug), today),
    href: calibrationPaths.department(slug),
  }));
  return {
    ...{ title: words.title, words, yearLaterColumns: COLUMNS },
    rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'en')),
    csv: { href: calibrationPaths.csv, metadata: csvwPath(calibrationPaths.csv) },
  };
}

/** @param ratings of this department. @param today ISO date */
export function departmentRatingsPage({ slug, name }: { slug: string; name: string }, ratings: readonly RatingGiven[], today: string): DepartmentRatingsPage {
  return {
    ...{ title: words.ofDepartment(name), words, yearLaterColumns: COLUMNS },
    backLink: { text: words.back, href: calibrationPaths.list },
    department: { text: words.aboutIt(name), href: departmentsPaths.show(slug) },
    rows: DELIVERY_RATING_SLUGS.map((rating) => recordRow(DELIVERY_RATINGS[rating].words, ratings.filter((given) => given.rating === rating), today)),
    each: ratings.map((given) => ({
      mission: { text: given.mission.name, href: missionsPaths.mission(given.mission.framework, given.mission.slug) },
      on: longDate(given.ratedOn),
      rating: DELIVERY_RATINGS[given.rating].words,
      reference: words.fromReturn(given.returnReference),
      yearLater: yearLaterWords(given, today),
      decided: decidedWords(given),
    })),
  };
}

function recordRow(name: string, ratings: readonly PastRating[], today: string): RecordRow {
  const { given, yearLater, met, missed } = recordOf(ratings, today);
  return { name, given, yearLater: COMPARISONS.map((comparison) => yearLater[comparison]), decided: words.metOf(met, met + missed) };
}

function yearLaterWords(given: PastRating, today: string): string {
  const comparison = capitalised(YEAR_LATER_WORDS[yearLaterOf(given, today)]);
  const word = wordAYearLater(given);
  return word ? `${comparison}: ${VERDICTS[word]}` : comparison;
}

function decidedWords(given: PastRating): string {
  const { met, missed } = decidedSince(given);
  return words.metOf(met, met + missed);
}
