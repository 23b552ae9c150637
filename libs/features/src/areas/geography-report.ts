import { type RowCounts } from './geography/geography-difference.js';
import { type GeographyFile } from './geography/geography-claims.js';
import { type ReadFile } from './geography/read-geography.js';

/** Files of the geography to load together. */
export interface GeographyImport {
  files: readonly GeographyFile[];
  /** Year of the boundaries, where the files do not say it. */
  edition?: number;
  /** Refuses everything but registers of our own. */
  registersOnly?: boolean;
}

/** What an import of the geography read and did. */
export interface GeographyReport {
  /** False where the files say what is known already: then nothing was written. */
  changed: boolean;
  files: ReadFile[];
  areas: RowCounts;
  parents: RowCounts;
  successions: RowCounts;
  classes: RowCounts;
  neighbours: RowCounts;
  /** One line each: who says what, and what counts. */
  contradictions: string[];
  /** How lists without an edition got theirs. */
  editions: string[];
}

const TABLES = { areas: 'areas', parents: 'parents', successions: 'successors', classes: 'classes', neighbours: 'neighbours' } as const;

/** The report as the command prints it. */
export function reportInLines(report: GeographyReport): string[] {
  const tables = Object.entries(TABLES).map(([table, label]) => {
    const { read, added, updated, unchanged, removed } = report[table as keyof typeof TABLES];
    return `${label.padEnd(12)} read ${read}, added ${added}, updated ${updated}, unchanged ${unchanged}${removed > 0 ? `, removed ${removed}` : ''}`;
  });
  return [
    ...report.files.map(({ fileName, kind, rows }) => `${fileName}: ${kind}${rows > 0 ? `, ${rows} rows` : ''}`),
    ...tables,
    ...report.editions,
    `contradictions ${report.contradictions.length}`,
    ...report.contradictions.map((line) => `  ${line}`),
    ...(report.changed ? [] : ['Nothing was changed: all of it is known']),
  ];
}
