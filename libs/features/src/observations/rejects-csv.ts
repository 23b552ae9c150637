import { stringify } from 'csv-stringify/sync';
import { parsePublishedNumber } from '#domain/observations/published-number.js';
import { type CsvCell, safeCell } from '#platform/csv/csv-answer.js';
import { withoutSeparators } from './cell-text.js';
import { type ImportReport } from './import-report.js';

/**
 * The rows at fault as CSV, to be mended and loaded: the file's own columns, then `row`, `column` and `reason`. As many as the
 * report lists. A cell that a spreadsheet would run as a formula is marked as text; a negative number is none.
 */
export function rejectsCsv({ columns, rejected }: Pick<ImportReport, 'columns' | 'rejected'>): string {
  const rows = rejected.map(({ cells = [], row, column, reason }) => [
    ...columns.map((_, index) => cells[index] ?? ''),
    row,
    column,
    // what stands beyond the header's columns would otherwise be lost
    cells.length > columns.length ? `${reason}: ${cells.slice(columns.length).join(', ')}` : reason,
  ]);
  return stringify([[...columns, 'row', 'column', 'reason'], ...rows].map((row) => row.map(asIs)), { record_delimiter: 'windows' });
}

function asIs(cell: CsvCell): CsvCell {
  if (typeof cell !== 'string') return cell;
  const text = cell.trim();
  return parsePublishedNumber(withoutSeparators(text) ?? text) === undefined ? safeCell(cell) : cell;
}
