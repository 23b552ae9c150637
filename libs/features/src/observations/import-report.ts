import { type AreaLevel } from '#domain/observations/area-level.js';
import { type RoleOfColumn } from './layout-header.js';

/** What in a file cannot be taken. */
export interface RejectedRow {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  /** Name of the column; empty where the whole row is at fault. */
  column: string;
  value: string;
  reason: string;
  /** The cells of the row, to give it back with its reason; absent where the rows listed are too long to keep. */
  cells?: string[];
  /** It is one of many of a contradiction, which is named once. */
  contradicts?: boolean;
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

/** What may be right, and somebody should look at. */
export interface ReadingWarning {
  kind: 'outside-interval' | 'future-period' | 'mixed-periods' | 'provisional-unused';
  /** 0 where the file as a whole is meant. */
  row: number;
  text: string;
  metricId?: number;
  areaId?: number;
  period?: { start: string; months: number };
}

/** Unit, measure or direction of an indicator are not those of the catalogue. */
export interface Contradiction {
  metric: string;
  metricId: number;
  indicator: string;
  kind: 'unit' | 'measure' | 'direction';
  /** As the catalogue says, and as the file says. */
  was: string;
  now: string;
  firstRow: number;
  rows: number;
  confirmed: boolean;
}

/** A figure as it would be read. */
export interface FigureRead {
  row: number;
  metric: string;
  area: string;
  period: string;
  value: string;
  lower: string;
  upper: string;
  status: string;
}

export interface LayoutRead {
  name: string;
  title: string;
  roles: RoleOfColumn[];
}

/** What an import read and did. `rowsRead` is the sum of the other three counts of rows. */
export interface ImportReport {
  fileName: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  checksum: string;
  dryRun: boolean;
  /** The very same file was loaded before: nothing was changed. */
  alreadyLoaded: boolean;
  /** The day of publication, where the request or the file's name says it. */
  publication: { on: string; saidBy: 'request' | 'file-name' } | null;
  releaseId: number | null;
  /** Null where no layout was understood. */
  layout: LayoutRead | null;
  /** The file's own columns. */
  columns: string[];
  rowsRead: number;
  /** Rows with a value; in a wide table, with at least one. */
  rowsWithValue: number;
  /** Rows whose value is blank or a marker; kept with their status, never as zero. */
  rowsMissing: number;
  rowsRejected: number;
  /** Figures kept, blank ones too: several a row in a wide table, one for several rows where rows are added up. */
  figures: number;
  /** The first ten thousand. */
  rejected: RejectedRow[];
  unknownIndicators: UnknownIndicator[];
  /** Areas of the file that the register does not hold, or holds only from another file. */
  unconfirmedAreas: UnconfirmedArea[];
  /** Figures by the slug of their metric. */
  rowsByMetric: Record<string, number>;
  contradictions: Contradiction[];
  /** The first thousand. */
  warnings: ReadingWarning[];
  warningCount: number;
  /** The first five figures. */
  preview: FigureRead[];
}

/** More than this many faults are counted and not listed. */
export const MOST_FAULTS_LISTED = 10_000;

/** More warnings are counted and not listed. */
export const MOST_WARNINGS_LISTED = 1000;

export function emptyReport({ name, checksum }: { name: string; checksum: string }): ImportReport {
  return {
    fileName: name,
    checksum,
    dryRun: false,
    alreadyLoaded: false,
    publication: null,
    releaseId: null,
    layout: null,
    columns: [],
    rowsRead: 0,
    rowsWithValue: 0,
    rowsMissing: 0,
    rowsRejected: 0,
    figures: 0,
    rejected: [],
    unknownIndicators: [],
    unconfirmedAreas: [],
    rowsByMetric: {},
    contradictions: [],
    warnings: [],
    warningCount: 0,
    preview: [],
  };
}
