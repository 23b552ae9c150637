import { type Response } from 'express';
import { type CsvCell, sendCsv } from '#platform/csv/csv-answer.js';
import { type CsvwDatatype, type CsvwTable } from '#platform/csv/csvw.js';
import { longDate } from './dates.js';

/** A column of a table that is both a page's and a file's. */
export interface PublicColumn {
  /** The file's header. */
  readonly name: string;
  /** The page's header; absent where the column is the file's alone. */
  readonly heading?: string;
  /** What it holds, for the file's metadata. */
  readonly description: string;
  readonly datatype?: CsvwDatatype;
}

/** A cell as the page shows it and as the file has it. */
export interface PublicCell {
  readonly text: string;
  readonly href?: string;
  /** Classes of a GOV.UK tag. */
  readonly tag?: string;
  /** What the file holds where it is not the text: an ISO date, a number, nothing. */
  readonly value?: CsvCell;
}

/** Rows that a page shows and a file holds, told once. */
export interface PublicTable {
  /** Of the address of the file and of the page's heading. */
  readonly key: string;
  readonly heading: string;
  readonly intro?: string;
  /** Said where there are no rows. */
  readonly empty: string;
  readonly columns: readonly PublicColumn[];
  readonly rows: readonly (readonly PublicCell[])[];
}

/** A table as the macro of `pages/views/public-table.njk` shows it. */
export interface ShownTable {
  key: string;
  heading: string;
  intro: string | undefined;
  empty: string | undefined;
  headings: string[];
  rows: PublicCell[][];
  csv: string;
}

/** @param csv address of the file */
export function shownTable({ key, heading, intro, empty, columns, rows }: PublicTable, csv: string): ShownTable {
  const onPage = columns.map((column) => column.heading !== undefined);
  return {
    key, heading, intro, csv,
    empty: rows.length === 0 ? empty : undefined,
    headings: columns.flatMap((column) => column.heading ?? []),
    rows: rows.map((cells) => cells.filter((_, index) => onPage[index])),
  };
}

/** Sends a table as its file. @param csv its address */
export async function sendTable(response: Response, { columns, rows }: PublicTable, csv: string): Promise<void> {
  const cells = rows.map((row) => row.map(({ text, value }) => (value === undefined ? text : value)));
  await sendCsv(response, { name: csv.replace(/^\//, ''), columns: columns.map(({ name }) => name), describedBy: csv }, oneBatch(cells));
}

/** The metadata of a table's file. @param csv its address */
export function metadataOf({ heading, intro = heading, columns }: PublicTable, csv: string, { title = heading, modified }: { title?: string; modified: string }): CsvwTable {
  return {
    url: csv, title, description: intro, licence: 'Open Government Licence v3.0', publisher: 'Waymark', modified,
    columns: columns.map(({ name, description, datatype = 'string' }) => ({ name, description, datatype })),
  };
}

/** @param date ISO date; null or undefined: nothing */
export function dateCell(date: string | null | undefined, none = ''): PublicCell {
  return date ? { text: longDate(date), value: date } : { text: none, value: null };
}

export function numberCell(value: number): PublicCell {
  return { text: String(value), value };
}

async function* oneBatch(rows: CsvCell[][]): AsyncGenerator<CsvCell[][]> {
  yield rows;
}
