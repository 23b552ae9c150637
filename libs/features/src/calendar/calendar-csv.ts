import { type DeliveryStanding } from '#domain/calendar/delivery-standing.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable } from '#platform/csv/csvw.js';
import { calendarPaths } from './calendar.paths.js';
import { type DueReport } from './due-list.queries.js';

/** A report with what the day of reading makes of it. */
export type DueLine = DueReport & { standing: DeliveryStanding; daysLate: number };

type Column = CsvwColumn & { readonly cell: (line: DueLine) => CsvCell };

const text = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'string', required, cell });
const date = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'date', required, cell });
const count = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'integer', required, cell });

const COLUMNS: readonly Column[] = [
  text('reference', 'Names the return or plan for ever', ({ reference }) => reference, true),
  text('kind', 'evidence-return or delivery-plan', ({ kind }) => kind, true),
  text('framework', 'Short name of the framework', ({ framework }) => framework.slug, true),
  text('mission', 'Short name of the mission; empty for a plan', ({ mission }) => mission?.slug ?? null),
  text('department', 'Short name of the department that owes it', ({ department }) => department.slug, true),
  text('department_name', 'Name of the department', ({ department }) => department.name, true),
  text('covers', 'What it covers, in words', ({ coversLabel }) => coversLabel, true),
  date('covers_from', 'First day of what it covers', ({ coversFrom }) => coversFrom, true),
  date('covers_to', 'Last day of what it covers', ({ coversTo }) => coversTo, true),
  date('first_due_on', 'Due date as it was when it opened', ({ firstDueOn }) => firstDueOn, true),
  date('due_on', 'Due date with every extension', ({ dueOn }) => dueOn, true),
  date('closes_on', 'Last day on which it is taken; empty where the window stays open', ({ closesOn }) => closesOn),
  count('extensions', 'Extensions granted', ({ extensions }) => extensions, true),
  text('standing', 'due, overdue, delivered, delivered-late or not-submitted', ({ standing }) => standing, true),
  { name: 'marked_overdue', description: 'It was marked overdue once; the mark stays', datatype: 'boolean', required: true, cell: ({ markedOverdue }) => String(markedOverdue) },
  date('delivered_on', 'Day of the delivery that stands', ({ deliveredOn }) => deliveredOn),
  count('working_days_late', 'Working days from the due date to the delivery; empty where it did not come late', ({ standing, daysLate }) => (standing === 'delivered-late' ? daysLate : null)),
];

export const DUE_COLUMNS = COLUMNS.map(({ name }) => name);

export function dueCells(line: DueLine): CsvCell[] {
  return COLUMNS.map(({ cell }) => cell(line));
}

/** The list as a file. @param modified ISO date */
export function dueTable(modified: string): CsvwTable {
  return {
    url: calendarPaths.csv,
    title: 'Reporting calendar',
    description: 'Every return and plan that a department owes or owed, with its dates and whether it came in time.',
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: COLUMNS.map(({ name, description, datatype, required = false }) => ({ name, description, datatype, required })),
    primaryKey: ['reference'],
  };
}
