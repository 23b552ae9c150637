import { type FileKind, RefusedFile } from './refused-file.error.js';

interface Signature {
  begins: readonly number[];
  what: string;
  kinds?: readonly FileKind[];
}

const text = (value: string): number[] => [...Buffer.from(value, 'latin1')];

/** Known by how they begin, whatever they are called. */
const SIGNATURES: readonly Signature[] = [
  { begins: text('%PDF-'), what: 'a PDF', kinds: ['pdf'] },
  { begins: [0x50, 0x4b, 0x03, 0x04], what: 'a ZIP archive or a spreadsheet', kinds: ['xlsx', 'ods'] },
  { begins: [0x50, 0x4b, 0x05, 0x06], what: 'an empty ZIP archive' },
  { begins: [0x89, 0x50, 0x4e, 0x47], what: 'a picture (PNG)' },
  { begins: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)' },
  { begins: text('GIF8'), what: 'a picture (GIF)' },
  { begins: text('BM'), what: 'a picture (BMP) or something else that is no table' },
  { begins: text('MZ'), what: 'a program' },
  { begins: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
  { begins: [0xca, 0xfe, 0xba, 0xbe], what: 'a program' },
  { begins: [0xcf, 0xfa, 0xed, 0xfe], what: 'a program' },
  { begins: [0x1f, 0x8b], what: 'compressed (gzip)' },
  { begins: [0x37, 0x7a, 0xbc, 0xaf], what: 'an archive (7z)' },
  { begins: text('Rar!'), what: 'an archive (RAR)' },
  { begins: text('BZh'), what: 'compressed (bzip2)' },
  { begins: [0xfd, 0x37, 0x7a, 0x58], what: 'compressed (xz)' },
  { begins: text('{\\rtf'), what: 'a document (RTF)' },
  { begins: text('ID;P'), what: 'a SYLK sheet, which can run commands' },
];

/** An OLE2 container: what Office makes of a file with a password, and what its files were before 2007. */
const OLE2: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const NAMES: Record<FileKind, string> = { csv: 'CSV', xlsx: 'XLSX', ods: 'ODS', pdf: 'PDF' };

/** @throws RefusedFile where the first bytes are not those of the kind that the name claims */
export function requireSignature(head: Uint8Array, kind: FileKind): void {
  const beginsWith = (bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (beginsWith(OLE2)) {
    throw new RefusedFile('file-encrypted', 'The file is protected by a password, or it is an old Office file (XLS, DOC). Save it without a password as XLSX, ODS, CSV or PDF');
  }
  const signature = SIGNATURES.find(({ begins }) => beginsWith(begins));
  if (signature?.kinds?.includes(kind)) return;
  const isMarked = kind !== 'csv';
  if (signature || isMarked) {
    const found = signature ? `it is ${signature.what}` : 'its content is something else';
    throw new RefusedFile('file-type-differs', `The name says that the file is ${kind === 'csv' ? 'a' : 'an'} ${NAMES[kind]}, but ${found}`.replace('an PDF', 'a PDF'));
  }
}

/** Does a piece of a file begin as a program or an archive does? */
export function beginsAsArchiveOrProgram(head: Uint8Array): 'archive' | 'program' | undefined {
  const signature = SIGNATURES.find(({ begins }) => begins.length > 2 && begins.every((byte, index) => head[index] === byte));
  if (signature?.what.includes('archive') || signature?.what.includes('ZIP') || signature?.what.includes('compressed')) return 'archive';
  const isProgram = signature?.what === 'a program' || (head[0] === 0x4d && head[1] === 0x5a && head[2] === 0x90);
  return isProgram ? 'program' : undefined;
}
