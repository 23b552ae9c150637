import { answerStanding } from '#domain/letters/letter-blockers.js';
import { londonDate } from '#platform/clock/clock.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable, headerOf } from '#platform/csv/csvw.js';
import { letterDay, whoOf } from '../letter-names.js';
import { lettersPaths } from '../letters.paths.js';
import { type ListedLetter } from '../letters.queries.js';

type Column = CsvwColumn & { readonly cell: (listed: ListedLetter, today: string) => CsvCell };

const text = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'string', required, cell });
const date = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'date', required, cell });

const COLUMNS: readonly Column[] = [
  text('reference', 'Names the letter for ever', ({ letter }) => letter.reference, true),
  text('direction', 'out (the council wrote it) or in (the council was sent it)', ({ letter }) => letter.direction, true),
  date('date', 'Day on which the council published it, or received it', ({ letter: { direction, receivedOn, publishedAt } }) => (direction === 'in' ? receivedOn : publishedAt && londonDate(publishedAt)), true),
  text('from_or_to', 'Who wrote it, or whom the council wrote to', ({ letter }) => whoOf(letter)),
  text('subject', 'What it is about', ({ letter }) => letter.subject, true),
  text('alert', 'Reference of the alert that it is about', ({ letter }) => letter.alert?.reference ?? null),
  text('framework', 'Short name of the framework of the alert or mission that it is about', ({ letter: { alert, mission } }) => (alert?.framework ?? mission?.framework)?.slug ?? null),
  text('answers', 'Reference of the letter that it answers', ({ letter }) => letter.answers?.reference ?? null),
  date('answer_due_on', 'By when an answer is asked for', ({ letter }) => letter.answerDueOn),
  date('answered_on', 'Day of the first answer', ({ answeredOn }) => answeredOn),
  text('answer', 'none-asked, waiting, overdue, in-time or late', ({ letter, answeredOn }, today) => answerStanding({ answerDueOn: letter.answerDueOn, answeredOn }, letterDay(letter, today)), true),
];

export const LETTER_COLUMNS = headerOf(COLUMNS);

/** @param today ISO date in London */
export function letterCells(listed: ListedLetter, today: string): CsvCell[] {
  return COLUMNS.map(({ cell }) => cell(listed, today));
}

/** Published letters as a file. @param modified ISO date */
export function lettersTable(modified: string): CsvwTable {
  return {
    url: lettersPaths.listCsv,
    title: 'Letters of the council',
    description: 'Every letter that the council has published or was sent, one a row, with the answer that it asks for and whether it came.',
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: COLUMNS,
    primaryKey: ['reference'],
  };
}
