import { type Response } from 'express';
import { rejectsCsv } from '#features/observations/rejects-csv.js';
import { type ImportRun } from './import-run.entity.js';

/** Answers with the rows at fault, as many as are listed. For nobody's store: they may be of a release under embargo. */
export function sendRejects(response: Response, { reference, report }: Pick<ImportRun, 'reference' | 'report'>): void {
  response.set({
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${reference}-rejects.csv"`,
    'Cache-Control': 'private, no-store',
  });
  response.end(rejectsCsv(report ?? { columns: [], rejected: [] }));
}
