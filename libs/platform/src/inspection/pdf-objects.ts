import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, type PDFObject, PDFStream, PDFString } from '@cantoo/pdf-lib';
import { isPlainLink } from './link-target.js';
import { RefusedFile } from './refused-file.error.js';

const DEEPEST = 200;

/** Actions by their type, and why they are not taken. What is not here moves within the document. */
const ACTIONS: Readonly<Record<string, [string, string]>> = {
  JavaScript: ['pdf-script', 'The PDF holds JavaScript. Print it to a new PDF to get rid of it'],
  Launch: ['pdf-launch', 'The PDF starts another program or opens another file'],
  GoToR: ['pdf-external-link', 'The PDF is linked to another file'],
  GoToE: ['pdf-embedded-file', 'The PDF holds other files within it. Attach them by themselves'],
  SubmitForm: ['pdf-sends-data', 'The PDF sends or fetches data by itself'],
  ImportData: ['pdf-sends-data', 'The PDF sends or fetches data by itself'],
  Rendition: ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  Movie: ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  Sound: ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  GoTo3DView: ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  RichMediaExecute: ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
};

/** Things on a page by their type. */
const ON_PAGE: Readonly<Record<string, [string, string]>> = {
  FileAttachment: ['pdf-embedded-file', 'The PDF holds other files within it. Attach them by themselves'],
  RichMedia: ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  Screen: ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  Movie: ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  Sound: ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  '3D': ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  PS: ['pdf-script', 'The PDF holds PostScript'],
};

/** Keys that mean something active wherever they stand. */
const KEYS: Readonly<Record<string, [string, string]>> = {
  JS: ['pdf-script', 'The PDF holds JavaScript. Print it to a new PDF to get rid of it'],
  JavaScript: ['pdf-script', 'The PDF holds JavaScript. Print it to a new PDF to get rid of it'],
  EmbeddedFiles: ['pdf-embedded-file', 'The PDF holds other files within it. Attach them by themselves'],
  EF: ['pdf-embedded-file', 'The PDF holds other files within it. Attach them by themselves'],
  Collection: ['pdf-embedded-file', 'The PDF is a portfolio of other files. Attach them by themselves'],
  XFA: ['pdf-form-scripts', 'The PDF is an XFA form, which can run scripts. Print it to a new PDF'],
  RichMediaContent: ['pdf-rich-media', 'The PDF holds video, sound or 3D content'],
  AA: ['pdf-actions', 'The PDF does something by itself when it is opened, printed or closed'],
};

/** Every object that the parser knows, and what lies in it. @throws RefusedFile */
export function requireHarmlessObjects(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects()) requireHarmless(context, object, 0);
}

function requireHarmless(context: PDFContext, object: PDFObject, depth: number): void {
  if (depth > DEEPEST) throw new RefusedFile('file-damaged', 'The PDF is damaged: its objects lie within each other without end');
  if (object instanceof PDFArray) for (const item of object.asArray()) requireHarmless(context, item, depth + 1);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  if (object instanceof PDFStream && dict.has(PDFName.of('F'))) throw new RefusedFile('pdf-external-link', 'The PDF reads a part of itself from another file');
  for (const [key, value] of dict.entries()) {
    requireHarmlessEntry(context, key.decodeText(), value);
    requireHarmless(context, value, depth + 1);
  }
}

function requireHarmlessEntry(context: PDFContext, key: string, value: PDFObject): void {
  const resolved = context.lookup(value);
  const name = resolved instanceof PDFName ? resolved.decodeText() : undefined;
  refuse(Object.hasOwn(KEYS, key) && !(key === 'AA' && name !== undefined) ? KEYS[key] : undefined);
  if (name !== undefined && key === 'S') refuse(Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined);
  if (name !== undefined && key === 'Subtype') refuse(Object.hasOwn(ON_PAGE, name) ? ON_PAGE[name] : undefined);
  if (key === 'URI' && (resolved instanceof PDFString || resolved instanceof PDFHexString)) requirePlainAddress(resolved.decodeText());
  if (key === 'OpenAction' && resolved instanceof PDFDict && nameIn(resolved, 'S') !== 'GoTo') refuse(ACTIONS[nameIn(resolved, 'S')] ?? KEYS['AA']);
}

/** An address without a scheme is one on the web, as somebody typed it. */
function requirePlainAddress(address: string): void {
  if (isPlainLink(address) || /^[^:\\]*$/.test(address)) return;
  throw new RefusedFile('pdf-external-link', 'The PDF links to something that is no web address');
}

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}

function refuse(why: [string, string] | undefined): void {
  if (why) throw new RefusedFile(...why);
}
