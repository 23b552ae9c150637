import { type FileNote, RefusedFile } from './refused-file.error.js';

/** What begins a file that a browser or a machine would run or draw, whatever it is called. */
const BEGINS_AS_CODE: readonly RegExp[] = [
  /^<(!doctype|\?xml|html|svg|head|body|script)/i,
  /^<\?(php|=)/i,
  /^<%/,
  /^#!/,
  /^@echo\s/i,
  /^(mime-version|content-type):/i,
  /^\{\\rtf/,
  /^(on error resume next|option explicit|dim \w+\s|set \w+\s*=\s*createobject)/i,
  /^ID;/,
];

/** Marks of pages and pictures with code in them, anywhere in the text. */
const CODE_WITHIN = /<(script|html|svg|iframe|object|embed|body|meta|link|form)[\s>/]|<\/(script|html|svg)>|<[a-z][^<>\n]{0,200}\son(error|load|click|mouseover)\s*=/i;

/** Characters that no text has: everything below a blank but tab and line ends. */
const CONTROL = /(?![\t\n\r\u0080-\u009f])\p{Cc}/u;

/** Bytes that Windows-1252 leaves undefined. */
const UNDEFINED_IN_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * A CSV is plain text in UTF-8 or Windows-1252 and nothing else besides. Cells that a spreadsheet would take for formulas are
 * allowed, for the file is the department's own words, and noted.
 * @throws RefusedFile
 */
export function requireCsv(file: Buffer): FileNote[] {
  if ((file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff)) {
    throw new RefusedFile('csv-encoding', 'The CSV is text in UTF-16. Save it as CSV UTF-8');
  }
  if (file.includes(0)) throw new RefusedFile('csv-not-text', 'The CSV holds zero bytes, which no text has');
  const content = textOf(file);
  if (CONTROL.test(content)) throw new RefusedFile('csv-not-text', 'The CSV holds control characters, which no text has');
  const trimmed = content.trimStart();
  if (trimmed === '') throw new RefusedFile('file-empty', 'The file is empty');
  if (BEGINS_AS_CODE.some((pattern) => pattern.test(trimmed)) || CODE_WITHIN.test(content)) {
    throw new RefusedFile('csv-is-code', 'The file is a web page, a picture with code or a script, and no table');
  }
  if (content.slice(0, 1024).includes('%PDF-')) throw new RefusedFile('file-of-two-kinds', 'The file is a CSV and a PDF at the same time');
  return notesOn(content);
}

function textOf(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    if (file.some((byte) => UNDEFINED_IN_1252.has(byte))) {
      throw new RefusedFile('csv-encoding', 'The CSV is neither text in UTF-8 nor in Windows-1252. Save it as CSV UTF-8');
    }
    return new TextDecoder('windows-1252').decode(file);
  }
}

function notesOn(content: string): FileNote[] {
  const formulas = content.match(/(?:^|[,;\t\r\n])"?(?:[=@]|[+-](?![\s\d.,]|$))/gm)?.length ?? 0;
  if (formulas === 0) return [];
  const cells = formulas === 1 ? 'One cell begins' : `${formulas.toLocaleString('en-GB')} cells begin`;
  return [{ code: 'csv-formulas', message: `${cells} with =, +, - or @: a spreadsheet may run them as formulas, so open the file as text` }];
}
