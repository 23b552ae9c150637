import type { WrittenAnswers } from '#domain/evidence-returns/draft-blockers.js';
import type { EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { type WorkbookFault, WorkbookFaults } from './workbook-faults.js';
import type { WorkbookCell } from './answer-sheets.js';
import { readCell, type ReadContext } from './read-cell.js';
import type { ReadSheet } from './read-sheet.js';
import { ANSWER_COLUMN, ANSWER_COLUMNS, ANSWER_ROWS, LIST_SHEETS, type ListSheet, SHEETS } from './workbook-layout.js';

/** Where each answer stands in the file: its sheet and cell, by field as a refusal names it (`evidence.0.claim`). */
export type AnswerPlaces = ReadonlyMap<string, { sheet: string; row: number; column: number }>;

export interface WorkbookReading {
  answers: WrittenAnswers;
  places: AnswerPlaces;
  faults: WorkbookFault[];
}

/**
 * The answers of a workbook. Rows are known by their question or id and not by where they stand, so sorting and empty rows change
 * nothing; whatever is not part of the layout is refused by name, for it would be lost.
 * @param exported what the workbook held when it was made: what somebody left alone comes back as it was, to the letter
 */
export function readAnswers(sheets: readonly ReadSheet[], exported: EvidenceReturnAnswers): WorkbookReading {
  const faults = new WorkbookFaults();
  const places = new Map<string, { sheet: string; row: number; column: number }>();
  const answers: Record<string, unknown> = {};
  const answerSheet = faults.sheet(sheets, SHEETS.answers);
  if (answerSheet) Object.assign(answers, readAnswerSheet(answerSheet, exported, { faults, places }));
  for (const layout of LIST_SHEETS) {
    const sheet = faults.sheet(sheets, layout.name);
    if (sheet) answers[layout.list] = readList(sheet, layout, exported, { faults, places });
  }
  faults.strangers(sheets, [...Object.values(SHEETS), ...LIST_SHEETS.map(({ name }) => name)]);
  return { answers: answers as WrittenAnswers, places, faults: faults.all };
}

interface Notes {
  faults: WorkbookFaults;
  places: Map<string, { sheet: string; row: number; column: number }>;
}

function readAnswerSheet(sheet: ReadSheet, exported: EvidenceReturnAnswers, { faults, places }: Notes): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  if (!faults.header(sheet, ANSWER_COLUMNS)) return answers;
  const asked = (cell: WorkbookCell | undefined): string => (typeof cell === 'string' ? cell.trim() : '');
  sheet.rows.forEach((row, index) => {
    if (index === 0 || isEmpty(row)) return;
    faults.beyond(sheet, index, ANSWER_COLUMNS.length);
    const found = ANSWER_ROWS.find(({ question }) => question === asked(row[1]));
    if (!found) return faults.cell(sheet, index, 1, 'one of the questions of this sheet, as it was exported');
    if (Object.hasOwn(answers, found.field)) return faults.cell(sheet, index, 1, 'each question once');
    places.set(found.field, { sheet: sheet.name, row: index, column: ANSWER_COLUMN });
    const context: ReadContext = { sheet, row: index, column: ANSWER_COLUMN, faults, exported: exported[found.field] };
    answers[found.field] = readCell(row[ANSWER_COLUMN], { field: found.field, kind: found.field === 'rating' ? 'choice' : 'text' }, context);
  });
  for (const { field, question } of ANSWER_ROWS) if (!Object.hasOwn(answers, field)) faults.missing(sheet.name, `the question “${question}”`);
  return answers;
}

function readList(sheet: ReadSheet, { list, columns, open }: ListSheet, exported: EvidenceReturnAnswers, { faults, places }: Notes): unknown[] {
  const items: Record<string, unknown>[] = [];
  if (!faults.header(sheet, columns.map(({ title }) => title))) return items;
  const [key] = columns;
  const known = exported[list] as unknown as readonly Record<string, unknown>[];
  const seen = new Set<string>();
  sheet.rows.forEach((row, index) => {
    if (index === 0 || isEmpty(row)) return;
    faults.beyond(sheet, index, columns.length);
    const id = String(readCell(row[0], { field: key?.field ?? 'id', kind: 'text' }, { sheet, row: index, column: 0, faults, exported: undefined }));
    if (id !== '' && seen.has(id)) return faults.cell(sheet, index, 0, 'each row once: leave the id of a copied row empty');
    seen.add(id);
    const before = known.find((item) => item[key?.field ?? 'id'] === id);
    if (id !== '' && !before && list !== 'departures') return faults.cell(sheet, index, 0, open ? 'an id that was exported, or nothing in a new row' : 'an id that was exported');
    if (id === '' && !open) return faults.cell(sheet, index, 0, 'no new row: what is asked here was promised in the last return');
    const item: Record<string, unknown> = { ...(key ? { [key.field]: id } : {}) };
    columns.forEach((column, place) => {
      if (place === 0 || column.kind === 'shown') return;
      item[column.field] = readCell(row[place], column, { sheet, row: index, column: place, faults, exported: before?.[column.field] });
      places.set(`${list}.${items.length}.${column.field}`, { sheet: sheet.name, row: index, column: place });
    });
    places.set(`${list}.${items.length}`, { sheet: sheet.name, row: index, column: 0 });
    if (key) places.set(`${list}.${items.length}.${key.field}`, { sheet: sheet.name, row: index, column: 0 });
    items.push(item);
  });
  if (!open) for (const item of known) if (!seen.has(String(item[key?.field ?? '']))) faults.missing(sheet.name, `the row “${String(item[key?.field ?? ''])}”`);
  return items;
}

function isEmpty(row: readonly (WorkbookCell | undefined)[]): boolean {
  return row.every((cell) => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === ''));
}
