import { type DepartmentCounts } from '#domain/alerts/department-counts.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable, headerOf } from '#platform/csv/csvw.js';
import { alertLifeWords } from '../alert-life.words.js';
import { alertsPaths } from '../alerts.paths.js';
import { type DepartmentAlerts } from '../department-alerts.queries.js';

const words = alertLifeWords.departments;

/** In the order of the page and the file. */
export const COUNTS = Object.keys(words.columns) as (keyof DepartmentCounts)[];

const COLUMNS: readonly CsvwColumn[] = [
  { name: 'slug', description: 'Short name of the department, as in the address of its page', datatype: 'string', required: true },
  { name: 'department', description: 'Name of the department', datatype: 'string', required: true },
  ...COUNTS.map((count): CsvwColumn => ({ name: count.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), description: words.columns[count], datatype: 'integer', required: true })),
];

export const DEPARTMENT_COLUMNS = headerOf(COLUMNS);

export function departmentCells({ slug, name, counts }: DepartmentAlerts): CsvCell[] {
  return [slug, name, ...COUNTS.map((count) => counts[count])];
}

/** How departments answer, as a file. @param modified ISO date */
export function departmentsTable(modified: string): CsvwTable {
  return {
    url: alertsPaths.departmentsCsv,
    title: words.title,
    description: words.intro,
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: COLUMNS,
    primaryKey: ['slug'],
  };
}
