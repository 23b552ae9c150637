import type { Refusal } from '#domain/workflow/transition-table.js';

/** The largest file that a page or the API takes. Bytes; 100 MB. */
export const LARGEST_UPLOAD = 100 * 1024 * 1024;

/** How many of a file's first bytes tell what it is. */
export const BYTES_THAT_TELL = 512;

/** A file as it arrived. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: number;
  /** Its first bytes, `BYTES_THAT_TELL` of them where it has as many. */
  readonly head: Uint8Array;
}

/** Files that are known by how they begin, whatever they are called. */
const OTHER_KINDS: readonly { begins: readonly number[]; what: string; way: string }[] = [
  { begins: [0x89, 0x50, 0x4e, 0x47], what: 'a picture (PNG)', way: '' },
  { begins: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)', way: '' },
  { begins: [0x25, 0x50, 0x44, 0x46], what: 'a PDF', way: '' },
  { begins: [0x1f, 0x8b], what: 'compressed (gzip)', way: '; unpack it first' },
  { begins: [0x50, 0x4b, 0x03, 0x04], what: 'a spreadsheet or a ZIP archive', way: '; save the sheet as CSV (UTF-8) first' },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old spreadsheet (XLS)', way: '; save the sheet as CSV (UTF-8) first' },
  { begins: [0xff, 0xfe], what: 'text in UTF-16', way: '; save it as CSV in UTF-8' },
  { begins: [0xfe, 0xff], what: 'text in UTF-16', way: '; save it as CSV in UTF-8' },
];

/** What is wrong with a file before anybody reads its rows; undefined where nothing is. */
export function uploadFault({ name, bytes, head }: UploadedFile): Refusal | undefined {
  if (bytes > LARGEST_UPLOAD) return tooLarge();
  if (!/\.csv$/i.test(name)) return fault('not-csv', 'The file must be a CSV: its name must end in .csv');
  if (bytes === 0) return fault('file-empty', 'The file is empty');
  const other = OTHER_KINDS.find(({ begins }) => begins.every((byte, index) => head[index] === byte));
  if (other) return fault('not-csv', `The file is no CSV: it is ${other.what}${other.way}`);
  if (head.includes(0)) return fault('not-csv', 'The file is no CSV: it holds zero bytes, which no text has');
  return undefined;
}

export function tooLarge(): Refusal {
  return fault('file-too-large', 'The file must be 100 MB or smaller');
}

function fault(code: string, message: string): Refusal {
  return { code, message, field: 'file' };
}
