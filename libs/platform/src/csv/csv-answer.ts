import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { type Response } from 'express';
import { CSVW_MEDIA_TYPE, csvwPath } from './csvw.js';

/** A cell: numbers stay numbers; text that a spreadsheet would run as a formula is marked as text. */
export type CsvCell = string | number | null;

export interface CsvFile {
  /** As it is saved; signs that file systems mind become hyphens. */
  name: string;
  columns: readonly string[];
  /** The file's own address, where its CSVW metadata lie beside it (`csvwPath`): the answer then names them. */
  describedBy?: string;
  /** For those who are signed in alone: nothing on the way keeps it. */
  isPrivate?: boolean;
}

/**
 * Sends rows as CSV by RFC 4180 while they are read, so that a million rows need no more memory than a hundred. A caller who
 * hangs up ends the reading.
 * @param batches rows in the order of `columns`
 */
export async function sendCsv(
  response: Response,
  file: CsvFile,
  batches: AsyncIterable<readonly (readonly CsvCell[])[]>,
): Promise<void> {
  response.set({
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '-')}"`,
    'Cache-Control': file.isPrivate ? 'private, no-store' : 'public, no-cache',
    ...(file.describedBy === undefined ? {} : { Link: `<${csvwPath(file.describedBy)}>; rel="describedby"; type="${CSVW_MEDIA_TYPE}"` }),
  });
  await pipeline(
    Readable.from(cellsOf(batches)),
    stringify({ header: true, columns: [...file.columns], record_delimiter: 'windows' }),
    response,
  );
}

async function* cellsOf(batches: AsyncIterable<readonly (readonly CsvCell[])[]>): AsyncGenerator<CsvCell[]> {
  for await (const rows of batches) for (const row of rows) yield row.map(safeCell);
}

/** Spreadsheets run text that begins with one of these, or with a tab or line break, as a formula. Numbers never change. */
export function safeCell(cell: CsvCell): CsvCell {
  return typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
