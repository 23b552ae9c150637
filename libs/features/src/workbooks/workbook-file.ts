import writeExcelFile, { type Row, type Sheet } from 'write-excel-file/node';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS, RISK_PROXIMITIES, STEP_OUTCOMES } from '#domain/evidence-returns/evidence-return-choices.js';
import { type EvidenceReturnContent, type FigureLine } from '#domain/evidence-returns/evidence-return-content.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { answerSheets, type WorkbookCell } from '#domain/workbooks/answer-sheets.js';
import { cellText, writtenOut } from '#domain/workbooks/cell-text.js';
import { KNOWN_BY, LIST_SHEETS, SHEETS, WORKBOOK_LAYOUT } from '#domain/workbooks/workbook-layout.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { workbooksWords } from './workbooks.words.js';

const words = workbooksWords.readMe;

/** What a workbook is made of. */
export interface WorkbookSource {
  submission: Pick<Submission, 'reference' | 'coversLabel' | 'dueOn' | 'closesOn' | 'rowVersion'> & { organisation: { name: string }; mission: { number: number; focusArea: string } | null };
  content: EvidenceReturnContent;
  /** Id of the export, by which it is known when it comes back. */
  exportId: string;
  exportedAt: Date;
}

/** The workbook of a return, as bytes of an XLSX file. */
export async function workbookFile(source: WorkbookSource): Promise<Buffer> {
  const [answers, ...lists] = answerSheets(source.content);
  const sheets: Sheet<never>[] = [
    sheetOf(SHEETS.readMe, readMe(source), [44, 90]),
    sheetOf(answers?.name ?? SHEETS.answers, answers?.rows ?? [], [16, 44, 100, 12], true),
    sheetOf(SHEETS.figures, figures(source.content.figures), [24, 40, 40, 24, 24, 24, 30], true),
    ...lists.map(({ name, rows }) => sheetOf(name, rows, LIST_SHEETS.find((list) => list.name === name)?.columns.map(({ width }) => width) ?? [], true)),
  ];
  return writeExcelFile(sheets).toBuffer();
}

function sheetOf(name: string, rows: readonly WorkbookCell[][], widths: readonly number[], headed = false): Sheet<never> {
  const data: Row[] = rows.map((row, index) => row.map((cell) => cellOf(cell, headed && index === 0)));
  return { sheet: name, data, columns: widths.map((width) => ({ width })), ...(headed ? { stickyRowsCount: 1 } : {}) };
}

function cellOf(value: WorkbookCell, isHeading: boolean): Row[number] {
  if (value === null) return null;
  const style = { wrap: true, alignVertical: 'top' as const, ...(isHeading ? { fontWeight: 'bold' as const } : {}) };
  if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy', ...style };
  if (typeof value === 'number') return { value, type: Number, ...style };
  return { value: writtenOut(String(value)), type: String, ...style };
}

function readMe({ submission, content, exportId, exportedAt }: WorkbookSource): WorkbookCell[][] {
  const { reference, organisation, mission, coversLabel, dueOn, closesOn, rowVersion } = submission;
  const { labels, definitions } = words;
  const definition = (heading: string, lines: [string, string][]): WorkbookCell[][] => [[], [heading], ...lines.map(([term, text]) => [cellText(term), cellText(text)])];
  const plain = (choices: Readonly<Record<string, string>>): [string, string][] => Object.values(choices).map((term) => [term, '']);
  const defined = (choices: Readonly<Record<string, { words: string; definition: string }>>): [string, string][] => Object.values(choices).map(({ words: term, definition: text }) => [term, text]);
  return [
    [words.title(reference)],
    ...words.about.map((line) => [line]),
    [],
    [KNOWN_BY.reference, reference],
    [labels.department, cellText(organisation.name)],
    ...(mission ? [[labels.mission, cellText(`${mission.number}: ${mission.focusArea}`)]] : []),
    [labels.covers, cellText(coversLabel)],
    [labels.due, longDate(dueOn)],
    [labels.closes, closesOn === null ? labels.stays : longDate(closesOn)],
    [labels.exported, longDateTime(exportedAt)],
    [KNOWN_BY.rowVersion, rowVersion],
    [labels.code, exportId],
    [KNOWN_BY.layout, WORKBOOK_LAYOUT],
    ...definition(definitions.ratings, defined(DELIVERY_RATINGS)),
    ...definition(definitions.kinds, plain(EVIDENCE_KINDS)),
    ...definition(definitions.strengths, defined(EVIDENCE_STRENGTHS)),
    ...definition(definitions.proximities, plain(RISK_PROXIMITIES)),
    ...definition(definitions.outcomes, plain(STEP_OUTCOMES)),
    ...(content.attachments.length > 0 ? definition(definitions.files, content.attachments.map(({ id, title, name }) => [id, `${title} (${name})`])) : []),
  ];
}

function figures(lines: readonly FigureLine[]): WorkbookCell[][] {
  const { target, title, measure, baseline, latest, asked, verdict, none } = workbooksWords.figures;
  const figure = (value: FigureLine['latest']): string => (value ? cellText(`${value.value} (${value.period})`) : none);
  return [
    [target, title, measure, baseline, latest, asked, verdict],
    ...lines.map((line) => [
      line.target, cellText(line.title), line.measure === null ? none : cellText(line.measure), figure(line.baseline), figure(line.latest), figure(line.asked), line.verdict ? VERDICTS[line.verdict] : none,
    ]),
  ];
}
