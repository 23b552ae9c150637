/** Files that a submission takes, by the ending of their names. */
export const ATTACHMENT_KINDS = {
  csv: { words: 'CSV', type: 'text/csv' },
  xlsx: { words: 'XLSX', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ods: { words: 'ODS', type: 'application/vnd.oasis.opendocument.spreadsheet' },
  pdf: { words: 'PDF', type: 'application/pdf' },
} as const;

export type AttachmentKind = keyof typeof ATTACHMENT_KINDS;

/** The kind that a name claims; undefined for all that are not taken. */
export function attachmentKindOf(name: string): AttachmentKind | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return name.includes('.') && Object.hasOwn(ATTACHMENT_KINDS, ending) ? (ending as AttachmentKind) : undefined;
}

/** Bytes of one file; 20 MB. */
export const LARGEST_ATTACHMENT = 20 * 1024 * 1024;
/** Files of one submission, and their bytes together; 100 MB. */
export const MOST_ATTACHMENTS = 10;
export const MOST_ATTACHED_BYTES = 100 * 1024 * 1024;
/** Characters of a file's name and of its title. */
export const LONGEST_NAME = 150;
export const LONGEST_TITLE = 200;
