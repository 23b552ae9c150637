import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { FUNDING_LAYOUTS, type FundingFault, type FundingLayout, type PublishedAward } from './funding-layouts.js';

export interface FundingReading {
  /** Null where the header is of no known file. */
  layout: string | null;
  awards: PublishedAward[];
  faults: FundingFault[];
}

/** Reads a whole file of awards (UTF-8, with or without BOM, LF or CRLF). Nothing is left out: what cannot be read is a fault. */
export function readFundingFile(bytes: Buffer): FundingReading {
  if (!isUtf8(bytes)) return refused({ row: 1, column: '', value: '', reason: 'the file is not text in UTF-8' });
  const records = recordsOf(bytes);
  if (!Array.isArray(records)) return refused(records);
  const [header = [], ...rows] = records;
  const layout = FUNDING_LAYOUTS.find(({ columns }) => columns.length === header.length && columns.every((column, index) => column === header[index]));
  if (!layout) return refused({ row: 1, column: '', value: header.join(','), reason: 'the header is of no file of awards that is known; figures by area load with import observations' });
  const reading: FundingReading = { layout: layout.name, awards: [], faults: [] };
  rows.forEach((record, index) => {
    // an empty line is no award
    if (record.length > 1 || record[0] !== '') readRow(layout, record, index + 2, reading);
  });
  reading.faults.push(...doubles(reading.awards, layout));
  if (reading.awards.length === 0 && reading.faults.length === 0) reading.faults.push({ row: 1, column: '', value: '', reason: 'there is no award in the file' });
  return reading;
}

function readRow(layout: FundingLayout, record: readonly string[], row: number, { awards, faults }: FundingReading): void {
  const { columns } = layout;
  if (record.length !== columns.length) {
    faults.push({ row, column: '', value: record.join(',').slice(0, 80), reason: `it has ${record.length} cells where the header has ${columns.length}` });
    return;
  }
  const cells = Object.fromEntries(columns.map((column, index) => [column, record[index] ?? '']));
  awards.push({ row, ...layout.read(cells, (column, reason) => faults.push({ row, column, value: (cells[column] ?? '').slice(0, 80), reason })) });
}

/** One award a project, or a fund and place; with years one a place, council and year. */
function doubles(awards: readonly PublishedAward[], { columns }: FundingLayout): FundingFault[] {
  const rows = new Map<string, number>();
  return awards.flatMap(({ row, fund, code, place, council, year }) => {
    const name = code ?? [fund, place ?? '', ...(year === undefined ? [] : [council, year])].join(', ');
    const before = rows.get(name);
    rows.set(name, before ?? row);
    const column = code === null && columns.includes('place') ? 'place' : (columns[0] ?? '');
    return before === undefined || name === '' ? [] : [{ row, column, value: code ?? place ?? '', reason: `it stands in row ${before} already` }];
  });
}

function recordsOf(bytes: Buffer): string[][] | FundingFault {
  try {
    return parse(bytes, { bom: true, trim: true, relax_column_count: true });
  } catch (error) {
    const { lines = 1, message } = error as { lines?: number; message: string };
    return { row: lines, column: '', value: '', reason: `it cannot be read as CSV: ${message}` };
  }
}

function refused(fault: FundingFault): FundingReading {
  return { layout: null, awards: [], faults: [fault] };
}
