/** A file of a return or plan as a version names it; its bytes stay with the attachments. */
export interface AttachedFile {
  id: string;
  name: string;
  /** "Survey of heads, autumn 2026" */
  title: string;
  /** Media type. */
  type: string;
  bytes: number;
  /** SHA-256 in hex. */
  checksum: string;
}

/** The files as a person reads them, each with its checksum: another file under the same name is another file. */
export function attachedTexts(files: readonly AttachedFile[]): { id: string; title: string; text: string }[] {
  return files.map(({ id, title, name, checksum }) => ({ id, title, text: `${title} (${name})\nSHA-256 ${checksum}` }));
}
