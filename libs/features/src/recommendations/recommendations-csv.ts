import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable } from '#platform/csv/csvw.js';
import { londonDate } from '#platform/clock/clock.js';
import { isLate } from './recommendation-rows.js';
import { type Recommendation } from './recommendation.entity.js';
import { recommendationsPaths } from './recommendations.paths.js';

type Column = CsvwColumn & { readonly cell: (row: Recommendation, today: string) => CsvCell };

const text = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'string', required, cell });
const date = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'date', required, cell });
const flag = (name: string, description: string, cell: (row: Recommendation, today: string) => boolean): Column => ({ name, description, datatype: 'boolean', required: true, cell: (row, today) => String(cell(row, today)) });

const COLUMNS: readonly Column[] = [
  text('reference', 'Names the recommendation for ever', ({ reference }) => reference, true),
  text('state', 'awaiting-answer, accepted, partly-accepted, not-accepted, done, not-done or withdrawn', ({ state }) => state, true),
  flag('overdue', 'The answer, or what was promised, is late', isLate),
  flag('answer_was_overdue', 'The answer was late, or still is', ({ overdueAt }) => overdueAt !== null),
  text('source', 'inquiry, report or interim-review', ({ sourceKind }) => sourceKind, true),
  text('source_reference', 'Reference of the inquiry, report or interim review', ({ sourceReference }) => sourceReference, true),
  text('mission', 'Short names of framework and mission; empty where it is about none', ({ mission }) => mission && `${mission.framework.slug}/${mission.slug}`),
  text('addressee', 'Short name of the department or body that is to answer', ({ addressee }) => addressee.slug, true),
  text('addressee_name', 'Name of the department or body that is to answer', ({ addressee }) => addressee.name, true),
  text('recommendation', 'What is recommended', (row) => row.text, true),
  date('made_on', 'Day on which it was made', ({ madeAt }) => londonDate(madeAt), true),
  date('answer_due_on', 'Day by which it is to be answered', ({ answerDueOn }) => answerDueOn, true),
  date('answered_on', 'Day of the answer', ({ answeredAt }) => answeredAt && londonDate(answeredAt)),
  text('answer', 'The addressee’s words', ({ answer }) => answer),
  text('promise', 'What will be done', ({ promise }) => promise),
  date('promised_on', 'Day by which it will be done', ({ promisedOn }) => promisedOn),
  date('ended_on', 'Day on which it was not accepted, done, not done or withdrawn', ({ endedAt }) => endedAt && londonDate(endedAt)),
  text('end_reason', 'The council’s reason for done, not done or withdrawn', ({ endReason }) => endReason),
  text('shown', 'How it was shown', ({ shown }) => shown),
];

export const RECOMMENDATION_COLUMNS = COLUMNS.map(({ name }) => name);

/** @param today ISO date */
export function recommendationCells(row: Recommendation, today: string): CsvCell[] {
  return COLUMNS.map(({ cell }) => cell(row, today));
}

/** The file as its reader has to know it. @param modified ISO date */
export function recommendationsTable(modified: string): CsvwTable {
  return {
    url: recommendationsPaths.csv,
    title: 'Recommendations of the council',
    description: 'What the council has recommended, to whom, how it was answered and whether it was done.',
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: COLUMNS.map(({ name, description, datatype, required = false }) => ({ name, description, datatype, required })),
    primaryKey: ['reference'],
  };
}
