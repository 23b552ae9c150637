import { RefusedFile } from './refused-file.error.js';

/** Where the list of an archive says that a part lies. */
export interface ArchivePlace {
  name: string;
  nameRaw: Buffer;
  /** Where its own header begins. */
  at: number;
  /** Bytes as packed. */
  packed: number;
  method: number;
}

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const END_OF_LIST = 0x06054b50;
const END_MARK = Buffer.from('504b0506', 'hex');
const END_OF_LIST_BYTES = 22;
/** Sizes and checksum may follow a part: with or without a mark of their own, in 4 or 8 bytes. */
const DESCRIPTORS: ReadonlySet<number> = new Set([0, 12, 16, 20, 24]);
/** The end of a list in the larger format of archives. */
const LARGE_END_BYTES = 76;

/** @throws RefusedFile where a file does not end as an archive does, with nothing behind it and no comment */
export function requireEnd(file: Buffer): void {
  const end = file.length - END_OF_LIST_BYTES;
  if (end >= 0 && file.readUInt32LE(end) === END_OF_LIST && file.readUInt16LE(end + 20) === 0) return;
  if (!file.includes(END_MARK)) throw new RefusedFile('file-damaged', 'The file is damaged: its list of parts is missing');
  throw mixed('after the end of its list of parts');
}

/**
 * An archive must hold what its list says and nothing else: parts from its first byte on, one after the other, then the list, then
 * its end. What lies before, between or after could be another file for another program; parts that share bytes are a bomb.
 * @throws RefusedFile
 */
export function requireNoHiddenParts(file: Buffer, places: readonly ArchivePlace[]): void {
  const end = file.length - END_OF_LIST_BYTES;
  let expected = 0;
  let gaps: ReadonlySet<number> = new Set([0]);
  for (const place of [...places].sort((left, right) => left.at - right.at)) {
    if (place.at < expected) throw new RefusedFile('archive-overlap', 'The file holds parts that share the same bytes, as one made to fill a disk does');
    if (!gaps.has(place.at - expected)) throw mixed(expected === 0 ? 'before its first part' : 'between its parts');
    expected = endOf(file, place);
    gaps = DESCRIPTORS;
  }
  const [listAt, listBytes] = [file.readUInt32LE(end + 16), file.readUInt32LE(end + 12)];
  const isLarge = listAt === 0xffffffff || listBytes === 0xffffffff;
  if (isLarge) return;
  if (!gaps.has(listAt - expected)) throw mixed('between its parts and their list');
  const behindList = end - (listAt + listBytes);
  if (behindList !== 0 && behindList !== LARGE_END_BYTES) throw mixed('behind its list of parts');
}

/** Where a part ends. @throws RefusedFile where its own header tells another story than the list */
function endOf(file: Buffer, { at, packed, nameRaw, method }: ArchivePlace): number {
  if (at + LOCAL_HEADER_BYTES > file.length || file.readUInt32LE(at) !== LOCAL_HEADER) throw new RefusedFile('file-damaged', 'The file is damaged: a part is not where its list says');
  const [nameBytes, extraBytes] = [file.readUInt16LE(at + 26), file.readUInt16LE(at + 28)];
  const name = file.subarray(at + LOCAL_HEADER_BYTES, at + LOCAL_HEADER_BYTES + nameBytes);
  if (!name.equals(nameRaw) || file.readUInt16LE(at + 8) !== method) throw new RefusedFile('archive-two-lists', 'The file’s parts call themselves otherwise than its list does, so that two programs would read two different files');
  if ((file.readUInt16LE(at + 6) & 1) !== 0) throw new RefusedFile('file-encrypted', 'The file is protected by a password. Save it without one');
  return at + LOCAL_HEADER_BYTES + nameBytes + extraBytes + packed;
}

function mixed(where: string): RefusedFile {
  return new RefusedFile('file-of-two-kinds', `The file holds something else ${where}: it may be another file to another program`);
}
