import { decode } from 'html-entities';
import { RefusedFile } from './refused-file.error.js';

/** A tag as it opens; names without their prefixes. */
export interface XmlTag {
  name: string;
  /** As written, with its prefix. */
  fullName: string;
  attributes: ReadonlyMap<string, string>;
  /** Is it closed at once? */
  empty: boolean;
}

export interface XmlVisitor {
  open(tag: XmlTag): void;
  close?(name: string): void;
  /** The text between two tags, with the name of the last that opened. */
  text?(text: string, within: string): void;
}

/** What may wait for its end, in characters: no honest tag or text is longer. */
const MOST_PENDING = 8 * 1024 * 1024;
const MARK = /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?[\s\S]*?\?>|(\/?)([^\s<>/!?"'=]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)/y;
const ATTRIBUTE = /([^\s<>/"'=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * Goes through a part of an Office file tag by tag without ever holding it whole. Not a parser: what is not plain XML in UTF-8,
 * or declares a document type (and so its own entities), is refused, so that no other program reads something else in it.
 * @throws RefusedFile
 */
export async function scanXml(part: string, pieces: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pending = '';
  let within = '';
  let begun = false;
  const scan = (last: boolean): void => {
    let position = 0;
    for (;;) {
      const next = pending.indexOf('<', position);
      if (next === -1) break;
      MARK.lastIndex = next;
      const found = MARK.exec(pending);
      if (!found) break;
      const between = pending.slice(position, next);
      if (between !== '') visitor.text?.(decode(between, { level: 'xml' }), within);
      const [whole, cdata, closing, name, attributes, empty] = found;
      if (cdata !== undefined) visitor.text?.(cdata, within);
      else if (name !== undefined && closing === '/') visitor.close?.(bare(name));
      else if (name !== undefined) {
        within = bare(name);
        visitor.open({ name: within, fullName: name, attributes: attributesOf(attributes ?? ''), empty: empty === '/' });
        if (empty === '/') visitor.close?.(within);
      }
      position = next + whole.length;
    }
    pending = pending.slice(position);
    if (/^\s*<!DOCTYPE/i.test(pending)) throw new RefusedFile('xml-document-type', `The file’s part ${part} declares a document type, which can hide what it says`);
    if (pending.length > MOST_PENDING || (last && pending.includes('<'))) throw broken(part);
  };
  try {
    for await (const piece of pieces) {
      pending += decoder.decode(piece, { stream: true });
      if (!begun && pending.length > 100) {
        requireUtf8(part, pending);
        begun = true;
      }
      scan(false);
    }
    pending += decoder.decode();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new RefusedFile('xml-encoding', `The file’s part ${part} is not text in UTF-8`);
    throw error;
  }
  if (!begun) requireUtf8(part, pending);
  scan(true);
}

function requireUtf8(part: string, beginning: string): void {
  const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/i.exec(beginning)?.[1];
  if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
    throw new RefusedFile('xml-encoding', `The file’s part ${part} says that it is written in ${encoding.slice(0, 40)}; only UTF-8 is read`);
  }
  if (beginning.includes('\0')) throw new RefusedFile('xml-encoding', `The file’s part ${part} is not text in UTF-8`);
}

function attributesOf(written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of written.matchAll(ATTRIBUTE)) {
    if (name !== undefined && !/^xmlns(:|$)/.test(name)) attributes.set(bare(name), decode(double ?? single ?? '', { level: 'xml' }));
  }
  return attributes;
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function broken(part: string): RefusedFile {
  return new RefusedFile('file-damaged', `The file is damaged: its part ${part} cannot be read`);
}
