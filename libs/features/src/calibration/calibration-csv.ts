import { wordAYearLater, yearLaterOf } from '#domain/calibration/past-rating.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable } from '#platform/csv/csvw.js';
import { calibrationPaths } from './calibration.paths.js';
import { type RatingGiven } from './ratings-given.queries.js';

/** One line of the file: a rating and one of the headline targets of its mission. */
export interface RatingLine {
  given: RatingGiven;
  target: RatingGiven['targets'][number] | undefined;
  /** ISO date. */
  today: string;
}

type Column = CsvwColumn & { readonly cell: (line: RatingLine) => CsvCell };

const text = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'string', required, cell });

const COLUMNS: readonly Column[] = [
  text('rating_id', 'Names the rating for ever', ({ given }) => given.id, true),
  text('department', 'Short name of the department that gave it', ({ given }) => given.department.slug, true),
  text('department_name', 'Name of the department', ({ given }) => given.department.name, true),
  text('mission', 'Short names of framework and mission', ({ given }) => `${given.mission.framework}/${given.mission.slug}`, true),
  text('return', 'Reference of the return that it came with', ({ given }) => given.returnReference, true),
  text('rating', 'green, amber-green, amber, amber-red or red: likelihood that the targets are met', ({ given }) => given.rating, true),
  { name: 'rated_on', description: 'Day on which it was given', datatype: 'date', required: true, cell: ({ given }) => given.ratedOn },
  text('mission_a_year_later', 'Word of the figures for the worst headline target a year after the rating', ({ given }) => wordAYearLater(given)),
  text('comparison', 'worse, agrees, better, no-word (the figures did not say) or not-yet', ({ given, today }) => yearLaterOf(given, today), true),
  text('target', 'Short name of a headline target of the mission; empty where it has none', ({ target }) => target?.slug ?? null),
  text('target_a_year_later', 'Word of the figures for that target a year after the rating', ({ target }) => target?.aYearLater ?? null),
  text('outcome', 'met or missed; empty while the target is open', ({ target }) => target?.outcome ?? null),
  { name: 'decided_on', description: 'Day on which the figures decided the target', datatype: 'date', cell: ({ target }) => target?.decidedOn ?? null },
];

export const RATING_COLUMNS = COLUMNS.map(({ name }) => name);

export function ratingCells(given: RatingGiven, today: string): CsvCell[][] {
  const targets = given.targets.length > 0 ? given.targets : [undefined];
  return targets.map((target) => COLUMNS.map(({ cell }) => cell({ given, target, today })));
}

/** The ratings as a file. @param modified ISO date */
export function ratingsTable(modified: string): CsvwTable {
  return {
    url: calibrationPaths.csv,
    title: 'Departments’ past ratings and what then happened',
    description: 'Every rating that a department gave with an accepted or unresolved return, a line for each headline target of the mission.',
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: COLUMNS.map(({ name, description, datatype, required = false }) => ({ name, description, datatype, required })),
    primaryKey: ['rating_id', 'target'],
  };
}
