import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { stringify } from 'csv-stringify';
import { type Request, type Response } from 'express';
import { OPEN_CACHING, strongTag, takesGzip } from '#platform/api/open-answer.js';
import { makeScratchFolder } from '#platform/uploads/scratch-folder.js';
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
 * Sends rows as CSV by RFC 4180. They are written to a scratch file while they are read, so that a million rows need no more
 * memory than a hundred, and the answer begins when the last row is there: its tag is over all of the file, it answers a
 * question for the head alone, and one whose reading fails half-way is an error and not a file that looks whole. A caller who
 * hangs up ends the reading.
 * @param batches rows in the order of `columns`
 * @returns how many bytes the file has; null where the caller hung up
 */
export async function sendCsv(
  response: Response,
  file: CsvFile,
  batches: AsyncIterable<readonly (readonly CsvCell[])[]>,
): Promise<number | null> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const folder = await makeScratchFolder('waymark-csv');
  try {
    const scratch = path.join(folder, 'rows.csv');
    const digest = await write(scratch, file.columns, { batches, signal: gone.signal });
    response.set({
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '-')}"`,
      'Cache-Control': file.isPrivate ? 'private, no-store' : OPEN_CACHING,
      ...(file.describedBy === undefined ? {} : { Link: `<${csvwPath(file.describedBy)}>; rel="describedby"; type="${CSVW_MEDIA_TYPE}"` }),
    });
    await send(response, { scratch, digest, isPrivate: file.isPrivate === true });
    return (await stat(scratch)).size;
  } catch (error) {
    if (!gone.signal.aborted) throw error;
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many bytes the file of these rows has, without keeping it anywhere. */
export async function csvBytes(columns: readonly string[], batches: AsyncIterable<readonly (readonly CsvCell[])[]>): Promise<number> {
  let bytes = 0;
  const counter = new Writable({
    write(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(Readable.from(cellsOf(batches)), lines(columns), counter);
  return bytes;
}

/** Writes the file; gives back its SHA-256. */
async function write(scratch: string, columns: readonly string[], { batches, signal }: { batches: AsyncIterable<readonly (readonly CsvCell[])[]>; signal: AbortSignal }): Promise<Buffer> {
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(
    Readable.from(cellsOf(batches)),
    lines(columns),
    hashed,
    createWriteStream(scratch, { mode: 0o600 }),
    { signal },
  );
  return hash.digest();
}

/** The head by which a reader can tell whether they have it, and then the bytes, packed for who takes them so. */
async function send(response: Response, { scratch, digest, isPrivate }: { scratch: string; digest: Buffer; isPrivate: boolean }): Promise<void> {
  // Nest hands the request over with the response; nobody asks where a file is only written out
  const request = response.req as Request | undefined;
  const zips = request !== undefined && !isPrivate && takesGzip(request);
  if (!isPrivate) response.set({ ETag: strongTag(digest, zips), Vary: 'Accept-Encoding' });
  if (request?.fresh) {
    response.status(304).end();
    return;
  }
  if (zips) response.set('Content-Encoding', 'gzip');
  else response.set('Content-Length', String((await stat(scratch)).size));
  if (request?.method === 'HEAD') response.end();
  else if (zips) await pipeline(createReadStream(scratch), createGzip(), response);
  else await pipeline(createReadStream(scratch), response);
}

function lines(columns: readonly string[]): Transform {
  return stringify({ header: true, columns: [...columns], record_delimiter: 'windows' });
}

async function* cellsOf(batches: AsyncIterable<readonly (readonly CsvCell[])[]>): AsyncGenerator<CsvCell[]> {
  for await (const rows of batches) for (const row of rows) yield row.map(safeCell);
}

/** Spreadsheets run text that begins with one of these, or with a tab or line break, as a formula. Numbers never change. */
export function safeCell(cell: CsvCell): CsvCell {
  return typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
