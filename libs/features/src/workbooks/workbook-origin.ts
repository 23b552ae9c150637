import { KNOWN_BY, SHEETS, WORKBOOK_LAYOUT } from '#domain/workbooks/workbook-layout.js';
import { type ReadSheet } from '#domain/workbooks/read-sheet.js';
import { type WorkbookFault } from '#domain/workbooks/workbook-faults.js';
import { workbooksWords } from './workbooks.words.js';

/** Which download a workbook says that it is. */
export interface WorkbookOrigin {
  exportId: string;
  rowVersion: string;
  faults: WorkbookFault[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const words = workbooksWords.fault;

/** Reads the first sheet. @param reference of the return that it is brought back to */
export function originOf(sheets: readonly ReadSheet[], reference: string): WorkbookOrigin {
  const sheet = sheets.find(({ name }) => name.trim().toLowerCase() === SHEETS.readMe.toLowerCase());
  const valueOf = (label: string): { value: string; row: number | undefined } => {
    const row = sheet?.rows.findIndex((cells) => cells[0] === label) ?? -1;
    return { value: String(sheet?.rows[row]?.[1] ?? '').trim(), row: row === -1 ? undefined : row + 1 };
  };
  const [layout, own, code, version] = [KNOWN_BY.layout, KNOWN_BY.reference, workbooksWords.readMe.labels.code, KNOWN_BY.rowVersion].map(valueOf);
  const fault = (at: { value: string; row: number | undefined } | undefined, expected: string): WorkbookFault =>
    ({ sheet: SHEETS.readMe, row: at?.row, column: at?.row === undefined ? undefined : 'B', found: at?.value ?? '', expected });
  const origin = { exportId: code?.value ?? '', rowVersion: version?.value ?? '' };
  if (!sheet && sheets.some(({ name }) => name === SHEETS.answers)) return { ...origin, faults: [{ sheet: undefined, row: undefined, column: undefined, found: '', expected: words.firstSheet(SHEETS.readMe) }] };
  if (!sheet || layout?.row === undefined || own?.row === undefined) return { ...origin, faults: [{ sheet: undefined, row: undefined, column: undefined, found: '', expected: words.notOurs }] };
  if (own.value !== reference) return { ...origin, faults: [fault(own, words.otherReturn(reference))] };
  if (layout.value !== String(WORKBOOK_LAYOUT)) return { ...origin, faults: [fault(layout, words.otherLayout(WORKBOOK_LAYOUT))] };
  if (!UUID.test(origin.exportId)) return { ...origin, faults: [fault(code, words.unknownExport)] };
  return { ...origin, faults: [] };
}

/** The version of the return that the first sheet names must be that of the download. */
export function versionFault(sheets: readonly ReadSheet[], found: string): WorkbookFault {
  const row = sheets.find(({ name }) => name.trim().toLowerCase() === SHEETS.readMe.toLowerCase())?.rows.findIndex((cells) => cells[0] === KNOWN_BY.rowVersion) ?? -1;
  return { sheet: SHEETS.readMe, row: row === -1 ? undefined : row + 1, column: row === -1 ? undefined : 'B', found, expected: words.unknownExport };
}
