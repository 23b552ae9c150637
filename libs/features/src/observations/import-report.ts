import { type AreaLevel } from '#domain/observations/area-level.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';

/** What in a file cannot be taken. */
export interface RejectedRow {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  /** Name of the column; empty where the whole row is at fault. */
  column: string;
  value: string;
  reason: string;
}

export interface UnknownIndicator {
  indicator: string;
  rows: number;
  /** The catalogue's nearest text, where one is near. */
  closest?: string;
}

export interface UnconfirmedArea {
  code: string;
  name: string;
  level: AreaLevel;
}

/** What an import read and did. `rowsRead` is the sum of the other three counts of rows. */
export interface ImportReport {
  fileName: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  checksum: string;
  dryRun: boolean;
  /** The very same file was loaded before: nothing was changed. */
  alreadyLoaded: boolean;
  releaseId: number | null;
  rowsRead: number;
  rowsWithValue: number;
  /** Rows whose value is blank; kept with their status, never as zero. */
  rowsMissing: number;
  rowsRejected: number;
  /** The first thousand. */
  rejected: RejectedRow[];
  unknownIndicators: UnknownIndicator[];
  /** Areas of the file that the register does not hold, or holds only from another file. */
  unconfirmedAreas: UnconfirmedArea[];
  /** Rows by the slug of their metric. */
  rowsByMetric: Record<string, number>;
}

/** More than this many faults are counted and not listed. */
export const MOST_FAULTS_LISTED = 1000;

/** A file that cannot be read any further from here on. */
export class BrokenFile extends Error {
  constructor(readonly fault: RejectedRow) {
    super(fault.reason);
  }
}

/** The refusal of a whole file, with everything that is wrong with it; nothing of it was loaded. */
export class RefusedFile extends ApplicationError {
  constructor(readonly report: ImportReport) {
    const { fileName, rowsRejected, unknownIndicators, dryRun } = report;
    const parts = [
      ...(unknownIndicators.length > 0 ? [`${counted(unknownIndicators.length, 'indicator')} not in the catalogue`] : []),
      ...(rowsRejected > 0 ? [`${counted(rowsRejected, 'row')} at fault`] : []),
    ];
    super('invalid', 'file-refused', `${fileName} was refused (${parts.join(', ')})${dryRun ? '' : '; nothing was loaded'}`, reasonsOf(report));
    this.name = 'RefusedFile';
  }
}

function reasonsOf({ rejected, rowsRejected, unknownIndicators }: ImportReport): Reason[] {
  const indicators = unknownIndicators.map(({ indicator, rows, closest }) => ({
    code: 'unknown-indicator',
    message: `the indicator “${indicator}” (${counted(rows, 'row')}) is not in the catalogue of metrics${closest ? `; did you mean “${closest}”?` : ''}`,
    field: 'indicator',
  }));
  const rows = rejected.map(({ row, column, value, reason }) => ({
    code: 'row-rejected',
    message: `row ${row}${column ? `, ${column}` : ''}${value ? `, “${value}”` : ''}: ${reason}`,
    field: column || 'row',
  }));
  const more = rowsRejected - rejected.length;
  return [...indicators, ...rows, ...(more > 0 ? [{ code: 'more-rows-rejected', message: `and ${counted(more, 'more row')} at fault` }] : [])];
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;
}
