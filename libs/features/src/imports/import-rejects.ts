import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type ImportRun } from './import-run.entity.js';

/** Columns of the rows that were rejected: the file's own, so that a mended row can go back, and before them what is wrong with it. */
export function rejectColumns({ report }: Pick<ImportRun, 'report'>): string[] {
  return ['row', 'at fault', 'value', 'reason', ...(report?.columns ?? [])];
}

/** Rows of rejected rows, as many as are listed; the cells of a row that is too long to keep stay blank. */
export async function* rejectRows({ report }: Pick<ImportRun, 'report'>): AsyncGenerator<CsvCell[][]> {
  if (!report) return;
  const blank = report.columns.map(() => '');
  yield report.rejected.map(({ row, column, value, reason, cells }) => [row, column, value, reason, ...(cells ?? blank)]);
}
