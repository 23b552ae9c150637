import type { EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { dateOfCell } from './cell-date.js';
import { cellText } from './cell-text.js';
import { wordsOfChoice } from './workbook-choices.js';
import { ANSWER_COLUMNS, ANSWER_ROWS, LIST_SHEETS, type ListSheet, SHEETS, type WorkbookColumn } from './workbook-layout.js';

/** What a cell holds. Texts are written so that no program takes them for formulas. */
export type WorkbookCell = string | number | boolean | Date | null;

export interface WorkbookSheet {
  name: string;
  /** From the header on. */
  rows: WorkbookCell[][];
}

/** The sheets that are read back: the answers, and one of each list. */
export function answerSheets(answers: EvidenceReturnAnswers): WorkbookSheet[] {
  const rows = ANSWER_ROWS.map(({ field, section, question, most }): WorkbookCell[] => {
    const answer = field === 'rating' ? wordsOfChoice('rating', answers.rating) : answers[field];
    return [section, question, textCell(answer), most === null ? null : most];
  });
  return [{ name: SHEETS.answers, rows: [[...ANSWER_COLUMNS], ...rows] }, ...LIST_SHEETS.map((sheet) => listSheet(sheet, answers))];
}

function listSheet({ list, name, columns }: ListSheet, answers: EvidenceReturnAnswers): WorkbookSheet {
  const items = answers[list] as unknown as readonly Record<string, unknown>[];
  return { name, rows: [columns.map(({ title }) => title), ...items.map((item) => columns.map((column) => cellOf(column, item[column.field])))] };
}

function cellOf({ field, kind }: WorkbookColumn, value: unknown): WorkbookCell {
  if (value === null || value === undefined) return null;
  if (kind === 'choice') return textCell(wordsOfChoice(field, String(value)));
  if (kind === 'score') return typeof value === 'number' ? value : textCell(String(value));
  if (kind === 'date') return dateCell(String(value));
  return textCell(String(value));
}

/** A date as a date where it is one, so that a spreadsheet can reckon with it; else as it stands. */
function dateCell(value: string): WorkbookCell {
  return /^(19|20)\d{2}-\d{2}-\d{2}$/.test(value) && dateOfCell(value) === value ? new Date(`${value}T00:00:00Z`) : textCell(value);
}

function textCell(text: string): WorkbookCell {
  return text === '' ? null : cellText(text);
}
