import { readFile } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import { Archive } from './archive.js';
import { type ArchiveLimits } from './archive-limits.js';
import { inspectFile } from './inspect-file.js';
import { type FileFault } from './refused-file.error.js';
import { scanXml } from './xml-scan.js';

export type ReadCellValue = string | number | boolean | Date | null;

/** One sheet of a workbook as its cells show it. */
export interface WorkbookSheetRead {
  name: string;
  rows: ReadCellValue[][];
  /** Cells with formulas: "C5". What they show is not what somebody typed. */
  formulas: string[];
  /** Merged cells: "A1:B2". */
  merged: string[];
}

export interface WorkbookInspection {
  /** Undefined where the workbook could be read. */
  fault: FileFault | undefined;
  sheets: WorkbookSheetRead[];
}

/** A workbook that is read into memory is held to less than one that is only kept. */
export const WORKBOOK_LIMITS: ArchiveLimits = { entries: 200, unpacked: 30 * 1024 * 1024, ratio: 100 };

/** Looks into a workbook first, and reads it then. */
export async function readWorkbook(path: string): Promise<WorkbookInspection> {
  const { fault } = await inspectFile({ path, kind: 'xlsx', limits: WORKBOOK_LIMITS });
  if (fault) return { fault, sheets: [] };
  try {
    const file = await readFile(path);
    const marks = await marksIn(file);
    const sheets = await readXlsxFile(file, { trim: false });
    return { fault: undefined, sheets: sheets.map(({ sheet: name, data }) => ({ name, rows: data as ReadCellValue[][], ...(marks.get(name) ?? { formulas: [], merged: [] }) })) };
  } catch {
    return { fault: { code: 'file-damaged', message: 'The workbook is damaged: its sheets cannot be read' }, sheets: [] };
  }
}

type Marks = Pick<WorkbookSheetRead, 'formulas' | 'merged'>;

/** Formulas and merged cells of each sheet, by the sheet's name: a reader of values does not tell of them. */
async function marksIn(file: Buffer): Promise<Map<string, Marks>> {
  const archive = await Archive.open(file, WORKBOOK_LIMITS);
  try {
    const marks = new Map<string, Marks>();
    for (const [name, part] of await partsOfSheets(archive)) marks.set(name, await marksOf(archive, part));
    return marks;
  } finally {
    archive.close();
  }
}

async function partsOfSheets(archive: Archive): Promise<[string, string][]> {
  const names = new Map<string, string>();
  await scanXml('xl/workbook.xml', archive.read('xl/workbook.xml'), {
    open: ({ name, attributes }) => {
      if (name === 'sheet') names.set(attributes.get('id') ?? '', attributes.get('name') ?? '');
    },
  });
  const sheets: [string, string][] = [];
  await scanXml('xl/_rels/workbook.xml.rels', archive.read('xl/_rels/workbook.xml.rels'), {
    open: ({ name, attributes }) => {
      const sheet = names.get(attributes.get('Id') ?? '');
      const target = attributes.get('Target') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      if (name === 'Relationship' && sheet !== undefined && archive.has(part)) sheets.push([sheet, part]);
    },
  });
  return sheets;
}

async function marksOf(archive: Archive, part: string): Promise<Marks> {
  const marks: Marks = { formulas: [], merged: [] };
  let cell = '';
  await scanXml(part, archive.read(part), {
    open: ({ name, attributes }) => {
      if (name === 'c') cell = attributes.get('r') ?? '';
      else if (name === 'f') marks.formulas.push(cell);
      else if (name === 'mergeCell') marks.merged.push(attributes.get('ref') ?? '');
    },
  });
  return marks;
}
