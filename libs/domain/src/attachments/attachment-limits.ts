import type { Refusal } from '#domain/workflow/transition-table.js';
import { LARGEST_ATTACHMENT, LONGEST_TITLE, MOST_ATTACHED_BYTES, MOST_ATTACHMENTS } from './attachment-kinds.js';

/** What is attached to a submission already. */
export interface AttachedSoFar {
  name: string;
  bytes: number;
  checksum: string;
}

/** What stands against one file more: its size, how many there are, how large they are together, and the very same file. */
export function attachingFaults(file: Pick<AttachedSoFar, 'bytes' | 'checksum'>, attached: readonly AttachedSoFar[]): Refusal[] {
  if (file.bytes === 0) return [fault('file-empty', 'The file is empty')];
  if (file.bytes > LARGEST_ATTACHMENT) return [tooLarge()];
  const same = attached.find(({ checksum }) => checksum === file.checksum);
  if (same) return [fault('attached-already', `This very file is attached already as ${same.name}`)];
  if (attached.length >= MOST_ATTACHMENTS) return [fault('too-many-files', `At most ${MOST_ATTACHMENTS} files can be attached. Remove one first`)];
  const together = attached.reduce((sum, { bytes }) => sum + bytes, file.bytes);
  if (together > MOST_ATTACHED_BYTES) return [fault('too-large-together', 'The files must be 100 MB or smaller together. Remove one first')];
  return [];
}

/** What is wrong with a file's title; none where nothing is. */
export function titleFaults(title: string): Refusal[] {
  if (title.trim() === '') return [{ code: 'title-missing', message: 'Enter a title that says what the file is', field: 'title' }];
  if (title.length > LONGEST_TITLE) return [{ code: 'title-too-long', message: `The title must be ${LONGEST_TITLE} characters or less`, field: 'title' }];
  return [];
}

export function tooLarge(): Refusal {
  return fault('file-too-large', 'The file must be 20 MB or smaller');
}

function fault(code: string, message: string): Refusal {
  return { code, message, field: 'file' };
}
