import { inflateSync } from 'node:zlib';
import { RefusedFile } from './refused-file.error.js';

/** What the packed objects of a PDF may come to, unpacked. Bytes. */
const MOST_UNPACKED = 64 * 1024 * 1024;
/** Longest dictionary before a stream that is looked at, in characters. */
const DICTIONARY = 4_096;

/**
 * A PDF's own words without its pictures and pages: everything outside of streams, and every stream of packed objects, unpacked
 * within a limit. By plain search and not by the parser, so that what an object was before a later one took its place is in it too.
 * @throws RefusedFile where packed objects cannot be unpacked, or only to far more than they are
 */
export function rawTextOf(file: Buffer): string {
  const all = file.toString('latin1');
  const pieces: string[] = [];
  let position = 0;
  let left = MOST_UNPACKED;
  for (;;) {
    const begin = nextStream(all, position);
    if (begin === undefined) break;
    pieces.push(all.slice(position, begin.keyword));
    const end = all.indexOf('endstream', begin.data);
    if (end === -1) throw new RefusedFile('file-damaged', 'The PDF is damaged: one of its streams has no end');
    const dictionary = plainNames(all.slice(Math.max(position, begin.keyword - DICTIONARY), begin.keyword));
    if (holdsObjects(dictionary)) {
      const unpacked = unpack(file.subarray(begin.data, end), dictionary, left);
      left -= unpacked.length;
      pieces.push(unpacked);
    }
    position = end + 'endstream'.length;
  }
  pieces.push(all.slice(position));
  return plainNames(pieces.join('\n'));
}

/** Letters of names may be written in hex: `/J#61vaScript`. */
function plainNames(text: string): string {
  return text.replaceAll(/\/[^\s()<>[\]{}/%]*#[^\s()<>[\]{}/%]*/g, (name) =>
    name.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

function nextStream(all: string, from: number): { keyword: number; data: number } | undefined {
  const pattern = />>\s*stream(\r\n|\n|\r)/g;
  pattern.lastIndex = from;
  const found = pattern.exec(all);
  return found ? { keyword: found.index + 2, data: found.index + found[0].length } : undefined;
}

/** Objects and the lists of objects are packed in streams of these types; a type that is written elsewhere could be one of them. */
function holdsObjects(dictionary: string): boolean {
  const own = dictionary.slice(Math.max(dictionary.lastIndexOf(' obj'), 0));
  return /\/(ObjStm|XRef)\b/.test(own) || /\/Type\s+\d+\s+\d+\s+R/.test(own);
}

function unpack(data: Buffer, dictionary: string, most: number): string {
  const own = dictionary.slice(Math.max(dictionary.lastIndexOf(' obj'), 0));
  const filters = own.match(/\/(FlateDecode|Fl|LZWDecode|LZW|ASCIIHexDecode|AHx|ASCII85Decode|A85|RunLengthDecode|RL|Crypt)\b/g) ?? [];
  if (filters.length === 0) return data.toString('latin1');
  if (filters.length > 1 || !/^\/Fl(ateDecode)?$/.test(filters[0] ?? '')) {
    throw new RefusedFile('pdf-hidden-objects', 'The PDF packs its objects in a way that hides what they do. Save it again from the program that made it');
  }
  try {
    return inflateSync(data, { maxOutputLength: Math.max(most, 1) }).toString('latin1');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw new RefusedFile('archive-too-dense', 'The PDF’s packed objects grow far beyond what a document needs, as in a file made to fill a memory');
    throw new RefusedFile('file-damaged', 'The PDF is damaged: its packed objects cannot be unpacked');
  }
}
