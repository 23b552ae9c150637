/** The kinds of files that are looked into. */
export type FileKind = 'csv' | 'xlsx' | 'ods' | 'pdf';

/** Why a file is not taken: a stable code and plain words. */
export interface FileFault {
  code: string;
  message: string;
}

/** What somebody should know of a file that is taken all the same. */
export interface FileNote {
  code: string;
  message: string;
}

/** Thrown by every look into a file at the first thing that is not allowed in it. */
export class RefusedFile extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'RefusedFile';
  }

  get fault(): FileFault {
    return { code: this.code, message: this.message };
  }
}
