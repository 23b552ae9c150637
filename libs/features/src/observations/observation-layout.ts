import { BrokenFile } from './import-report.js';

/** The columns of the current ONS layout. */
export const COLUMNS = [
  'areacd',
  'areanm',
  'geography',
  'indicator',
  'period',
  'observation',
  'measure',
  'unit',
  'lci_95',
  'uci_95',
  'status',
  'notes',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Where each column stands, from 0. */
export type Layout = Readonly<Record<Column, number>>;

/** @throws BrokenFile where the header is not that of the layout, in whatever order */
export function layoutOf(header: readonly string[] | undefined): Layout {
  if (!header || header.every((name) => name.trim() === '')) throw fault('', 'the file is empty');
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length === COLUMNS.length) {
    throw fault(header.join(',').slice(0, 80), `this is no table of figures: its first row must name the columns ${COLUMNS.join(', ')}`);
  }
  if (missing.length > 0) throw fault(header.join(',').slice(0, 80), missing.length === 1 ? `the column ${missing[0]} is missing` : `the columns ${missing.join(', ')} are missing`);
  const unknown = names.find((name) => !COLUMNS.some((column) => column === name));
  if (unknown !== undefined) throw fault(unknown, 'nobody knows what this column means');
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw fault(twice, 'the column is there twice');
  return Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
}

function fault(value: string, reason: string): BrokenFile {
  return new BrokenFile({ row: 1, column: '', value, reason });
}
