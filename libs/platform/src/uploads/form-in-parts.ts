import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { type Request, type Response } from 'express';
import { of } from 'rxjs';
import { requireStorable } from '#platform/pages/storable-text.js';

/** A file that came with a form and was not kept. */
export interface DroppedFile {
  /** The form's field. */
  field: string;
  /** As its sender calls it. */
  name: string;
}

declare module 'express-serve-static-core' {
  interface Request {
    droppedFile?: DroppedFile;
  }
}

/** Of a form in parts. */
export const MOST_FIELDS = 40;
export const LONGEST_FIELD = 20_000;

/** Notes that a file was let go, so that its sender can be told to choose it again. */
export function dropFile(request: Request, { fieldname, originalname }: { fieldname: string; originalname: string }): void {
  request.droppedFile = { field: fieldname, name: originalname.split(/[\\/]/).at(-1) ?? '' };
}

const FieldsAlone = AnyFilesInterceptor({
  defParamCharset: 'utf8',
  preservePath: true,
  limits: { files: 1, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD, fieldNestingDepth: 1 },
  fileFilter: (request: Request, file, accept) => {
    dropFile(request, file);
    accept(null, false);
  },
});

/**
 * Reads the fields of a form in parts that was refused before anybody had read it; its file is let go.
 * @throws Error where it is no such form, or breaks its limits
 */
export async function readFields(request: Request, response: Response): Promise<void> {
  await new FieldsAlone().intercept(new ExecutionContextHost([request, response]), { handle: () => of(undefined) });
  request.body = { ...(request.body as object | undefined) };
  requireStorable(request);
}
