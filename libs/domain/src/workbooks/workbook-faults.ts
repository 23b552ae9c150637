import type { WorkbookCell } from './answer-sheets.js';
import type { ReadSheet } from './read-sheet.js';
import { columnLetter } from './workbook-layout.js';

/** What a workbook is not taken for: where, what stands there, and what was expected. */
export interface WorkbookFault {
  /** Undefined for the whole workbook. */
  sheet: string | undefined;
  /** As the program numbers it, from 1; undefined for the whole sheet. */
  row: number | undefined;
  /** "C"; undefined for the whole row. */
  column: string | undefined;
  /** As somebody finds it; '' where nothing stands there. */
  found: string;
  /** `found` is not the text of a cell but says what is there: "a formula". */
  described?: boolean;
  /** Completes "expected …": "one sheet named Risks". */
  expected: string;
  /** A rule of the return in its own words, where that is what it breaks; it is told instead of `expected`. */
  message?: string;
}

const LONGEST_FOUND = 80;

/** Everything that is wrong with a workbook, collected while it is read. */
export class WorkbookFaults {
  readonly all: WorkbookFault[] = [];

  /** A sheet by its name; none where it is missing or stands twice. Its formulas and merged cells are faults. */
  sheet(sheets: readonly ReadSheet[], name: string): ReadSheet | undefined {
    const found = sheets.filter((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase());
    const [sheet] = found;
    if (!sheet || found.length > 1) {
      this.all.push({ sheet: undefined, row: undefined, column: undefined, found: sheet ? `more than one sheet named ${name}` : '', described: true, expected: `one sheet named ${name}` });
      return undefined;
    }
    for (const cell of sheet.formulas) this.at(sheet.name, cell, 'a formula', 'a text or number that you typed: formulas are not taken');
    for (const range of sheet.merged) this.at(sheet.name, range.split(':')[0] ?? range, `a group of merged cells, ${range}`, 'cells that are not merged');
    return sheet;
  }

  /** Sheets that nobody would read. */
  strangers(sheets: readonly ReadSheet[], known: readonly string[]): void {
    for (const { name, rows } of sheets) {
      const isKnown = known.some((one) => one.toLowerCase() === name.trim().toLowerCase());
      const isFilled = rows.some((row) => row.some((cell) => cell !== null && cell !== undefined && cell !== ''));
      if (!isKnown && isFilled) this.all.push({ sheet: name, row: undefined, column: undefined, found: 'a sheet of your own', described: true, expected: 'the sheets that were exported, for this one would be lost' });
    }
  }

  /** @returns whether the first row is the one that was exported */
  header({ name, rows }: ReadSheet, titles: readonly string[]): boolean {
    const wrong = titles.findIndex((title, place) => String(rows[0]?.[place] ?? '').trim() !== title);
    if (wrong !== -1) this.all.push({ sheet: name, row: 1, column: columnLetter(wrong), found: shown(rows[0]?.[wrong]), expected: `the heading “${titles[wrong]}”, in the order that was exported` });
    const more = (rows[0] ?? []).findIndex((cell, place) => place >= titles.length && cell !== null && cell !== undefined && cell !== '');
    if (more !== -1) this.all.push({ sheet: name, row: 1, column: columnLetter(more), found: shown(rows[0]?.[more]), expected: 'no columns of your own, for they would be lost' });
    return wrong === -1;
  }

  /** Cells beside the columns of the layout. */
  beyond({ name, rows }: ReadSheet, row: number, columns: number): void {
    const more = (rows[row] ?? []).findIndex((cell, place) => place >= columns && cell !== null && cell !== undefined && cell !== '');
    if (more !== -1) this.all.push({ sheet: name, row: row + 1, column: columnLetter(more), found: shown(rows[row]?.[more]), expected: 'nothing beside the columns that were exported, for it would be lost' });
  }

  /** @param row from 0 @param column from 0 */
  cell({ name, rows }: ReadSheet, row: number, column: number, expected: string): void {
    this.all.push({ sheet: name, row: row + 1, column: columnLetter(column), found: shown(rows[row]?.[column]), expected });
  }

  missing(sheet: string, what: string): void {
    this.all.push({ sheet, row: undefined, column: undefined, found: '', expected: `${what}, which was exported` });
  }

  private at(sheet: string, cell: string, found: string, expected: string): void {
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    this.all.push({ sheet, row: row === undefined ? undefined : Number(row), column, found, described: true, expected });
  }
}

/** A cell as a message may show it. */
export function shown(cell: WorkbookCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = (cell instanceof Date ? (Number.isNaN(cell.getTime()) ? 'no date' : cell.toISOString().slice(0, 10)) : String(cell)).replaceAll(/\s+/g, ' ');
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
}
