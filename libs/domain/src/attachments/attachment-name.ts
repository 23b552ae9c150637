import type { Refusal } from '#domain/workflow/transition-table.js';
import { attachmentKindOf, LONGEST_NAME } from './attachment-kinds.js';

/** Endings that mean something to a machine: before the last one they are there to deceive. */
const ENDINGS = new Set(
  ('exe com bat cmd msi scr pif cpl jar js jse vbs vbe wsf wsh hta ps1 lnk reg dll sh py php html htm xhtml svg svgz mht xml swf zip rar 7z gz tar iso '
    + 'doc docm docx dot dotm xls xlsm xlsb xlsx xlt xltm xlam ods ots odt ppt pptm pptx rtf pdf csv').split(' '),
);
const OF_MACHINES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** What is wrong with the name that a file was sent under; undefined where nothing is. The ending says what the file claims to be. */
export function attachmentNameFault(name: string): Refusal | undefined {
  if (name.trim() === '') return fault('name-missing', 'The file has no name. Give it one that ends in .csv, .xlsx, .ods or .pdf');
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) return fault('name-control-characters', 'The file’s name holds control characters. Give it a plain name');
  if (/[\p{Cf}\p{Surrogate}\p{Co}\ufffd]/u.test(name)) return fault('name-hidden-characters', 'The file’s name holds hidden characters or ones that turn the direction of writing. Give it a plain name');
  if (/[\\/]/.test(name) || /^[a-z]:/i.test(name)) return fault('name-with-folders', 'The file’s name holds folders. Give it a plain name without / or \\');
  if (/[<>:"|?*]/.test(name)) return fault('name-characters', 'The file’s name must not hold any of < > : " | ? *');
  if (name.length > LONGEST_NAME) return fault('name-too-long', `The file’s name must be ${LONGEST_NAME} characters or less`);
  if (name.startsWith('.') || /[.\s]$/.test(name) || name.startsWith(' ')) return fault('name-characters', 'The file’s name must not begin or end with a dot or a blank');
  if (attachmentKindOf(name) === undefined) return fault('file-type', 'The file must be a CSV, XLSX, ODS or PDF');
  const before = name.split('.').slice(0, -1);
  if (before.slice(1).some((part) => ENDINGS.has(part.trim().toLowerCase()))) return fault('name-two-endings', 'The file’s name has two endings, so it could be taken for something else. Leave only the last');
  if (OF_MACHINES.test((before[0] ?? '').trim())) return fault('name-characters', 'The file’s name is one that Windows keeps for itself. Give it another');
  return undefined;
}

function fault(code: string, message: string): Refusal {
  return { code, message, field: 'file' };
}
