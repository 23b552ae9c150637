import { type DeliveredContent } from '#domain/reviews/delivery-facts.js';
import { attachmentsPaths } from '#features/attachments/attachments.paths.js';
import { type Attachment } from '#features/attachments/attachment.entity.js';
import { reviewsWords } from '../reviews.words.js';

/** A file of the delivery with what the virus scanner says of it by now. */
export interface FileLine {
  title: string;
  name: string;
  /** Undefined where it is not to be opened. */
  href: string | undefined;
  tag: { text: string; classes: string };
  notes: string[];
}

/** @param kept the files' rows as they are now */
export function fileLines(delivered: DeliveredContent, kept: readonly Attachment[]): FileLine[] {
  return delivered.content.attachments.map(({ id, title, name }) => {
    const row = kept.find((file) => file.id === id);
    const state = row?.virusCheck ?? 'gone';
    return { title, name, href: row && state !== 'found' ? attachmentsPaths.file(id) : undefined, tag: reviewsWords.files[state], notes: row?.notes ?? [] };
  });
}
