import { type Readable } from 'node:stream';
import yauzl from 'yauzl';
import { type ArchiveLimits } from './archive-limits.js';
import { type ArchivePlace, requireEnd, requireNoHiddenParts } from './archive-places.js';
import { beginsAsArchiveOrProgram } from './file-signature.js';
import { RefusedFile } from './refused-file.error.js';

/** A part of an archive. */
export interface ArchivePart {
  name: string;
  /** Unpacked. */
  bytes: number;
}

/** Parts that no spreadsheet needs: other archives, programs, scripts, pages. */
const ARCHIVE_NAME = /\.(zip|jar|7z|rar|gz|tgz|tar|bz2|xz|cab|iso|docx|docm|xlsx|xlsm|xlsb|xls|ods|odt|odp|pptx|pptm)$/i;
const ACTIVE_NAME = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|mjs|wsf|hta|html?|xhtml|mht|swf|lnk|reg|sh|py|php|pif|cpl|class|svgz)$/i;
/** How much of a part is kept to look at its beginning. Bytes. */
const HEAD = 16;

/** A spreadsheet's archive whose list of parts has been found within its limits. */
export class Archive {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
    readonly parts: readonly ArchivePart[],
  ) {}

  /**
   * Reads the list of parts and checks it; nothing is unpacked.
   * @throws RefusedFile for names that lead elsewhere or stand twice, for encryption, archives within, hidden parts, and more than the limits allow
   */
  static async open(file: Buffer, limits: ArchiveLimits): Promise<Archive> {
    requireEnd(file);
    const zip = await yauzl.fromBufferPromise(file, { decodeStrings: false, validateEntrySizes: true, lazyEntries: true }).catch(damaged);
    if (zip.entryCount > limits.entries) throw new RefusedFile('archive-too-many-parts', `The file holds ${zip.entryCount.toLocaleString('en-GB')} parts; at most ${limits.entries.toLocaleString('en-GB')} are taken`);
    const listed = await listOf(zip).catch((error: unknown) => (error instanceof RefusedFile ? Promise.reject(error) : damaged(error)));
    const entries = new Map<string, yauzl.Entry>();
    const seen = new Set<string>();
    const places: ArchivePlace[] = [];
    let unpacked = 0;
    for (const entry of listed) {
      const name = nameOf(entry);
      const folded = name.toLowerCase().normalize('NFKC');
      if (seen.has(folded)) throw new RefusedFile('archive-name-twice', `The file holds two parts of the same name, ${shown(name)}`);
      seen.add(folded);
      entries.set(name, entry);
      unpacked += entry.uncompressedSize;
      places.push({ name, nameRaw: entry.fileNameRaw, at: entry.relativeOffsetOfLocalHeader, packed: entry.compressedSize, method: entry.compressionMethod });
    }
    if (unpacked > limits.unpacked) throw new RefusedFile('archive-too-large', `The file unpacks to ${megabytes(unpacked)}; at most ${megabytes(limits.unpacked)} are taken`);
    if (unpacked > file.length * limits.ratio) throw new RefusedFile('archive-too-dense', `The file grows more than ${limits.ratio} times by unpacking, as one made to fill a disk does`);
    requireNoHiddenParts(file, places);
    return new Archive(zip, entries, [...entries].map(([name, { uncompressedSize }]) => ({ name, bytes: uncompressedSize })));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** A part's bytes as they are unpacked. @throws RefusedFile where they are not as many as the list says */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new RefusedFile('file-damaged', `The file is damaged: it lacks its part ${shown(name)}`);
    try {
      const stream: Readable = await this.zip.openReadStreamPromise(entry);
      for await (const piece of stream) yield piece as Buffer;
    } catch (error) {
      if (error instanceof RefusedFile) throw error;
      const message = error instanceof Error ? error.message : '';
      if (message.startsWith('too many bytes')) throw new RefusedFile('archive-too-large', `The file’s part ${shown(name)} unpacks to more than the file says`);
      damaged(error);
    }
  }

  /** A short part, whole. @throws RefusedFile where it is longer than `most` bytes */
  async whole(name: string, most: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of this.read(name)) {
      bytes += piece.length;
      if (bytes > most) throw new RefusedFile('file-damaged', `The file’s part ${shown(name)} is far longer than it should be`);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }

  /** Unpacks a part and throws it away, looking at its beginning alone. @throws RefusedFile for programs and archives, whatever they are called */
  async requireHarmless(name: string): Promise<void> {
    let head = Buffer.alloc(0);
    for await (const piece of this.read(name)) if (head.length < HEAD) head = Buffer.concat([head, piece.subarray(0, HEAD)]);
    const found = beginsAsArchiveOrProgram(head);
    if (found === 'archive') throw nested(name);
    if (found === 'program') throw new RefusedFile('archive-active-part', `The file holds a program, ${shown(name)}`);
  }

  close(): void {
    this.zip.close();
  }
}

async function listOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** @throws RefusedFile for a name that no honest program writes */
function nameOf(entry: yauzl.Entry): string {
  const name = entry.fileNameRaw.toString('utf8');
  if (entry.isEncrypted()) throw new RefusedFile('file-encrypted', 'The file is protected by a password. Save it without one');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new RefusedFile('archive-packing', `The file’s part ${shown(name)} is packed in a way that no spreadsheet program uses`);
  const steps = name.split('/');
  const isOdd = name === '' || name.startsWith('/') || steps.includes('..') || /[\\:\ufffd\p{Cc}\p{Cf}]/u.test(name);
  if (isOdd) throw new RefusedFile('archive-name', `The file holds a part whose name leads out of it, ${shown(name)}`);
  if (ARCHIVE_NAME.test(name)) throw nested(name);
  if (ACTIVE_NAME.test(name)) throw new RefusedFile('archive-active-part', `The file holds a program, a script or a web page, ${shown(name)}`);
  return name;
}

function nested(name: string): RefusedFile {
  return new RefusedFile('archive-within', `The file holds another archive or file within it, ${shown(name)}`);
}

function damaged(error: unknown): never {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('encryption')) throw new RefusedFile('file-encrypted', 'The file is protected by a password. Save it without one');
  throw new RefusedFile('file-damaged', 'The file is damaged: its list of parts cannot be read');
}

/** A name as a message may show it. */
export function shown(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '?');
  return `“${plain.length > 80 ? `${plain.slice(0, 80)}…` : plain}”`;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024).toLocaleString('en-GB')} MB`;
}
