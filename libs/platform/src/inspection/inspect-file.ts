import { readFile } from 'node:fs/promises';
import { Archive } from './archive.js';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './archive-limits.js';
import { requireCsv } from './csv-content.js';
import { requireSignature } from './file-signature.js';
import { requireOds } from './ods-content.js';
import { requirePdf } from './pdf-content.js';
import { type FileFault, type FileKind, type FileNote, RefusedFile } from './refused-file.error.js';
import { requireXlsx } from './xlsx-content.js';

/** A file on the disk and what its name claims. */
export interface InspectionRequest {
  path: string;
  kind: FileKind;
  limits?: ArchiveLimits;
}

export interface Inspection {
  /** Undefined where the file is taken. */
  fault: FileFault | undefined;
  notes: FileNote[];
}

/** Looks into a file without opening it in any program: does its content agree with its name, and does it do nothing by itself? */
export async function inspectFile({ path, kind, limits = ARCHIVE_LIMITS }: InspectionRequest): Promise<Inspection> {
  try {
    const file = await readFile(path);
    if (file.length === 0) throw new RefusedFile('file-empty', 'The file is empty');
    requireSignature(file.subarray(0, 16), kind);
    return { fault: undefined, notes: await notesOn(file, kind, limits) };
  } catch (error) {
    if (error instanceof RefusedFile) return { fault: error.fault, notes: [] };
    // Parsers meet files here that were made to break them.
    return { fault: { code: 'file-damaged', message: 'The file is damaged: it cannot be read' }, notes: [] };
  }
}

async function notesOn(file: Buffer, kind: FileKind, limits: ArchiveLimits): Promise<FileNote[]> {
  if (kind === 'csv') return requireCsv(file);
  if (kind === 'pdf') await requirePdf(file);
  else {
    const archive = await Archive.open(file, limits);
    try {
      await (kind === 'xlsx' ? requireXlsx(archive) : requireOds(archive));
    } finally {
      archive.close();
    }
  }
  return [];
}
