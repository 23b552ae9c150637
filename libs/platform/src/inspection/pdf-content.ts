import { PDFDocument, ParseSpeeds } from '@cantoo/pdf-lib';
import { requireHarmlessObjects } from './pdf-objects.js';
import { rawTextOf } from './pdf-raw-text.js';
import { RefusedFile } from './refused-file.error.js';

/** Names that no harmless PDF has anywhere, and why they are not taken. */
const NAMES: readonly [RegExp, string, string][] = [
  [/\/Encrypt(?![\w-])/, 'file-encrypted', 'The PDF is protected by a password or has its rights limited. Save it without protection'],
  [/\/(JavaScript|JS)(?![\w-])/, 'pdf-script', 'The PDF holds JavaScript. Print it to a new PDF to get rid of it'],
  [/\/Launch(?![\w-])/, 'pdf-launch', 'The PDF starts another program or opens another file'],
  [/\/(EmbeddedFiles?|GoToE)(?![\w-])/, 'pdf-embedded-file', 'The PDF holds other files within it. Attach them by themselves'],
  [/\/XFA(?![\w-])/, 'pdf-form-scripts', 'The PDF is an XFA form, which can run scripts. Print it to a new PDF'],
  [/\/(RichMedia\w*|Rendition)(?![\w-])/, 'pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  [/\/(ImportData|SubmitForm)(?![\w-])/, 'pdf-sends-data', 'The PDF sends or fetches data by itself'],
];

const END = Buffer.from('%%EOF');
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const ZIP_END_BYTES = 22;

/**
 * A PDF that shows pages and does nothing. Looked at twice: by plain search in everything it ever said, and object by object as
 * the parser reads it.
 * @throws RefusedFile
 */
export async function requirePdf(file: Buffer): Promise<void> {
  requireNothingElse(file);
  const text = rawTextOf(file);
  for (const [pattern, code, message] of NAMES) if (pattern.test(text)) throw new RefusedFile(code, message);
  const document = await PDFDocument.load(file, {
    ignoreEncryption: true, throwOnInvalidObject: true, updateMetadata: false, preserveXFA: true, parseSpeed: ParseSpeeds.Fast,
  }).catch(damaged);
  if (document.context.trailerInfo.Encrypt) throw new RefusedFile('file-encrypted', 'The PDF is protected by a password or has its rights limited. Save it without protection');
  try {
    requireHarmlessObjects(document.context);
    if (document.getPageCount() < 1) throw new RefusedFile('file-empty', 'The PDF has no pages');
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    damaged();
  }
}

/** @throws RefusedFile where something stands behind the end or the file is one of another kind too */
function requireNothingElse(file: Buffer): void {
  const end = file.lastIndexOf(END);
  if (end === -1) throw new RefusedFile('file-damaged', 'The PDF is damaged: its end is missing');
  const behind = file.subarray(end + END.length).toString('latin1');
  if (behind.replaceAll(/[\s\0]/g, '') !== '') throw new RefusedFile('file-of-two-kinds', 'The PDF has something else behind its end: it may be another file to another program');
  for (let at = file.lastIndexOf(ZIP_END); at !== -1 && file.length - at <= 65_536 + ZIP_END_BYTES; at = at === 0 ? -1 : file.lastIndexOf(ZIP_END, at - 1)) {
    if (at + ZIP_END_BYTES <= file.length && file.readUInt16LE(at + 20) === file.length - at - ZIP_END_BYTES) {
      throw new RefusedFile('file-of-two-kinds', 'The PDF is a ZIP archive at the same time');
    }
  }
  if (/<(html|script|svg|body|iframe|!doctype)[\s>]/i.test(file.subarray(0, 1024).toString('latin1'))) {
    throw new RefusedFile('file-of-two-kinds', 'The PDF is a web page at the same time');
  }
}

function damaged(): never {
  throw new RefusedFile('file-damaged', 'The PDF is damaged: it cannot be read whole');
}
