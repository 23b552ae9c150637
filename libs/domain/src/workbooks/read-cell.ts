import type { WorkbookCell } from './answer-sheets.js';
import { dateOfCell } from './cell-date.js';
import { textOfCell, typedText } from './cell-text.js';
import { choiceOf, CHOICES } from './workbook-choices.js';
import type { WorkbookFaults } from './workbook-faults.js';
import type { CellKind } from './workbook-layout.js';
import type { ReadSheet } from './read-sheet.js';

export interface ReadContext {
  sheet: ReadSheet;
  /** From 0. */
  row: number;
  column: number;
  faults: WorkbookFaults;
  /** What this cell held when the workbook was made; undefined in a new row. */
  exported: unknown;
}

/** Fields that are null where nothing stands in their cell. */
const NULL_WHERE_EMPTY = new Set(['rating', 'outcome', 'unpublishedUntil', 'attachment']);

/** The value of a cell by its kind. What cannot be one is noted as a fault; what a draft may not hold is for the draft's own rules. */
export function readCell(cell: WorkbookCell | undefined, { field, kind }: { field: string; kind: CellKind }, context: ReadContext): string | number | null {
  const isEmpty = cell === null || cell === undefined || cell === '';
  if (isEmpty && (NULL_WHERE_EMPTY.has(field) || kind === 'score')) return kind === 'score' ? 0 : null;
  const value = cell ?? '';
  switch (kind) {
    case 'score':
      return scoreOf(value);
    case 'choice':
      return choiceIn(value, field, context);
    case 'date':
      return dateIn(value, context);
    default:
      return textIn(value, context);
  }
}

/** "4", 4 and "4 (high)" are four; what is no whole number from 1 to 5 is 0, which the draft's rules refuse. */
function scoreOf(value: Exclude<WorkbookCell, null>): number {
  const written = typeof value === 'string' ? /^\s*'?(\d)(?![\d.,])/.exec(value)?.[1] : value;
  const score = typeof written === 'boolean' || written instanceof Date ? Number.NaN : Number(written);
  return Number.isInteger(score) && score >= 1 && score <= 5 ? score : 0;
}

function choiceIn(value: Exclude<WorkbookCell, null>, field: string, { sheet, row, column, faults }: ReadContext): string | null {
  const written = typeof value === 'string' ? textOfCell(value) : '';
  const chosen = choiceOf(field, written);
  if (chosen !== undefined) return chosen;
  if (written.trim() === '' && typeof value === 'string') return NULL_WHERE_EMPTY.has(field) ? null : '';
  faults.cell(sheet, row, column, `one of: ${Object.values(CHOICES[field] ?? {}).join(', ')}`);
  return null;
}

function dateIn(value: Exclude<WorkbookCell, null>, { sheet, row, column, faults, exported }: ReadContext): string {
  const written = typeof value === 'string' ? textOfCell(value) : value;
  if (written === exported) return String(exported);
  const date = typeof written === 'boolean' ? undefined : dateOfCell(written);
  if (date !== undefined) return date;
  if (!(typeof written === 'string' && written.trim() === '')) faults.cell(sheet, row, column, 'a real date, such as 15/12/2026');
  return '';
}

/** A number is taken as it shows; a date was made of a text by the program, and nobody knows of which. */
function textIn(value: Exclude<WorkbookCell, null>, { sheet, row, column, faults, exported }: ReadContext): string {
  if (value instanceof Date) {
    faults.cell(sheet, row, column, 'a text: the program has made a date of it, so format the cell as text and type it again');
    return '';
  }
  const text = textOfCell(String(value));
  if (/\0|\p{Surrogate}/u.test(text) && text !== exported) {
    faults.cell(sheet, row, column, 'a text without characters that no text has');
    return '';
  }
  return text === exported ? text : typedText(text);
}
