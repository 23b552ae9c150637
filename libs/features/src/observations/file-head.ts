import { isUtf8 } from 'node:buffer';
import { CsvRecords } from './csv-records.js';
import { type ColumnPlan, type HeaderMismatch, isPlan, planOf } from './layout-header.js';
import { type LayoutFile } from './layout-file.js';
import { BrokenFile } from './refused-file.js';

/** A layout recognised in a file. */
export interface RecognisedLayout {
  plan: ColumnPlan;
  /** Row of the header, as a spreadsheet counts. */
  headerRow: number;
  /** What the lines above the header say. */
  indicator?: string;
  period?: string;
  provisional: boolean;
  /** SHA-256 of the layout's text, where it is none of Waymark's own. */
  checksum?: string;
}

/** A header stands among the first of this many rows. */
const MOST_ROWS_ABOVE = 40;

/** Of a header that nobody knows. */
const MOST_CHARACTERS = 500;

/** The first rows of a file, as far as they can be read. @throws BrokenFile where not even the first can */
export function firstRows(head: Buffer): string[][] {
  // what stands in a header is ASCII in either; the rows themselves are read by the encoding of the layout
  const csv = new CsvRecords(isUtf8(head) ? 'utf-8' : 'latin1');
  const rows: string[][] = [];
  try {
    for (let from = 0; from < head.length && rows.length < MOST_ROWS_ABOVE; ) {
      const next = head.indexOf(0x0a, from);
      const to = next < 0 ? head.length : next + 1;
      rows.push(...csv.push(head.subarray(from, to)).records);
      from = to;
    }
    if (rows.length < MOST_ROWS_ABOVE) rows.push(...csv.end().records);
  } catch (error) {
    // a fault further down is found when the rows are read
    if (!(error instanceof BrokenFile) || rows.length === 0) throw error;
  }
  return rows;
}

/**
 * Which of some layouts a file has.
 * @throws BrokenFile where none or more than one fits, naming what was found and what is missing
 */
export function recognise(rows: readonly string[][], layouts: readonly LayoutFile[]): RecognisedLayout {
  const first = rows.findIndex((row) => !isBlank(row));
  const header = rows[first];
  if (!header) throw broken(1, '', 'the file is empty');
  const mismatches: HeaderMismatch[] = [];
  const found: RecognisedLayout[] = [];
  for (const layout of layouts) {
    const from = layout.preamble ? rows.length - 1 : first;
    for (let at = first; at <= from; at++) {
      const plan = planOf(layout, rows[at] ?? []);
      if (isPlan(plan)) {
        found.push({ plan, headerRow: at + 1, ...sayingsAbove(layout, rows.slice(0, at)) });
        break;
      }
      if (!layout.preamble || plan.fitting > 1) mismatches.push(plan);
    }
  }
  const names = found.map(({ plan }) => plan.layout.name);
  if (names.length > 1) throw broken(found[0]?.headerRow ?? 1, textOf(header), `more than one layout fits: ${names.join(', ')}; say which with --layout`);
  const [one] = found;
  if (one) return one;
  const nearest = nearestOf(mismatches);
  const atFault = nearest?.missing.length === 0 ? (nearest.unknown[0] ?? nearest.twice[0]) : undefined;
  throw broken(first + 1, atFault ?? textOf(header), unknownHeader(header, nearest));
}

/** What was found, which layout comes nearest, and what it lacks. */
function unknownHeader(header: readonly string[], nearest: HeaderMismatch | undefined): string {
  const help = 'Another layout is written once: doc/how-to/read-a-new-layout.md says how';
  if (!nearest) return `this is no table of figures that Waymark knows. Found: ${header.join(', ').slice(0, MOST_CHARACTERS)}. ${help}`;
  const { layout, missing, unknown, twice } = nearest;
  const parts = [
    ...(missing.length > 0 ? [missing.length === 1 ? `the column ${missing[0]} is missing` : `the columns ${missing.join(', ')} are missing`] : []),
    ...(twice.length > 0 ? [`the column ${twice.join(', ')} is there twice`] : []),
    ...(unknown.length > 0 ? [`nobody knows what this column means: ${unknown.map((name) => name || '(no name)').join(', ')}`] : []),
  ];
  return `${parts.join('; ')}. Found: ${header.join(', ').slice(0, MOST_CHARACTERS)}. The nearest layout is ${layout.name} (${layout.title}). ${help}`;
}

/** Of those that share a column with the header, the one that shares most. */
function nearestOf(mismatches: readonly HeaderMismatch[]): HeaderMismatch | undefined {
  return mismatches.filter(({ fitting }) => fitting > 0).sort((a, b) => b.fitting - a.fitting || distance(a) - distance(b))[0];
}

function distance({ missing, unknown, twice }: HeaderMismatch): number {
  return missing.length + unknown.length + twice.length;
}

const PROVISIONAL = /\(?\bprovisional\b\)?/i;

/** The lines above a header that a layout names; "2021 Provisional" is a period and a remark. */
function sayingsAbove({ indicator, period }: LayoutFile, above: readonly string[][]): Omit<RecognisedLayout, 'plan' | 'headerRow'> {
  const said = (key: string | undefined): string | undefined => {
    const line = key === undefined ? undefined : above.find((row) => row[0]?.trim().toLowerCase().startsWith(key.trim().toLowerCase()));
    if (!line || key === undefined) return undefined;
    const behind = [line[0]?.trim().slice(key.trim().length) ?? '', ...line.slice(1)].map((cell) => cell.trim()).filter((cell) => cell !== '');
    return behind.join(', ');
  };
  const date = said(period.preamble);
  const name = said(indicator?.preamble);
  return {
    ...(name === undefined ? {} : { indicator: name }),
    ...(date === undefined ? {} : { period: date.replace(PROVISIONAL, '').replace(/\(?\brevised\b\)?/i, '').trim() }),
    provisional: date !== undefined && PROVISIONAL.test(date),
  };
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

function textOf(header: readonly string[]): string {
  return header.join(',').slice(0, 80);
}

function broken(row: number, value: string, reason: string): BrokenFile {
  return new BrokenFile({ row, column: '', value, reason });
}
