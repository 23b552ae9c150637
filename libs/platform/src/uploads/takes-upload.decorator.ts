import { applyDecorators, type CallHandler, type ExecutionContext, type NestInterceptor, SetMetadata, UnsupportedMediaTypeException, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { type Request } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type Reason } from '#platform/errors/application-error.js';
import { requireStorable } from '#platform/pages/storable-text.js';
import { dropFile, LONGEST_FIELD, MOST_FIELDS } from './form-in-parts.js';
import { requireOwnForm } from './own-form.guard.js';
import { ReceivedFile } from './received-file.js';
import { TAKES_UPLOAD } from './takes-upload.metadata.js';

/** What a route takes beside its fields. */
export interface UploadRules {
  /** Name of the form's field. */
  field: string;
  /** Largest file, and what is said where it is larger. */
  mostBytes: number;
  tooLarge: Reason;
  /** Media types of a body that is the file itself, named by `?fileName=`; none unless given. */
  rawTypes?: readonly string[];
}

/** What multer's engine left of a part of the form. */
interface EngineFile {
  originalname: string;
  stream: NodeJS.ReadableStream;
  received?: ReceivedFile;
}

type UploadRequest = Request & { file?: EngineFile };

/**
 * Lets a route take a file with its form. The file is streamed to the disk, handed over as `request.upload`, and removed when
 * the request is answered. Nothing is kept of a page's form before its CSRF token has been found right: it must be its first field.
 * Where it is not right the file is let go, and the fields are read to their end: they may be those of a session that is over.
 */
export function TakesUpload(rules: UploadRules): MethodDecorator {
  const limit = { mostBytes: rules.mostBytes, reason: rules.tooLarge };
  const engine = {
    _handleFile(_: Request, file: EngineFile, done: (error: unknown, info?: Partial<EngineFile>) => void): void {
      ReceivedFile.from(file.stream as Request, file.originalname, limit).then((received) => done(null, { received }), done);
    },
    _removeFile(_: Request, file: EngineFile, done: (error: unknown) => void): void {
      (file.received?.remove() ?? Promise.resolve()).then(() => done(null), done);
    },
  };
  const form = FileInterceptor(rules.field, {
    storage: engine,
    defParamCharset: 'utf8',
    // folders in a name are taken off by us, and seen by those who refuse them
    preservePath: true,
    limits: { files: 1, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD, fieldNestingDepth: 1 },
    fileFilter: (request: Request, file, accept) => {
      const own = request.isOwnForm?.() !== false;
      if (!own) dropFile(request, file);
      accept(null, own);
    },
  });
  return applyDecorators(SetMetadata(TAKES_UPLOAD, true), UseInterceptors(form, new UploadInterceptor(rules, limit)));
}

/** Hands the file over and takes it away again. */
class UploadInterceptor implements NestInterceptor {
  constructor(
    private readonly rules: UploadRules,
    private readonly limit: { mostBytes: number; reason: Reason },
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<UploadRequest>();
    return from(this.answer(request, next));
  }

  private async answer(request: UploadRequest, next: CallHandler): Promise<unknown> {
    let upload: ReceivedFile | undefined;
    try {
      upload = request.file?.received ?? (await this.rawFile(request));
      requireOwnForm(request);
      request.body = { ...(request.body as object | undefined) };
      requireStorable(request);
      if (upload) request.upload = upload;
      return await lastValueFrom(next.handle(), { defaultValue: undefined });
    } finally {
      await upload?.remove();
    }
  }

  private async rawFile(request: Request): Promise<ReceivedFile | undefined> {
    if (request.is('multipart/form-data') || !this.rules.rawTypes) return undefined;
    if (!request.is([...this.rules.rawTypes])) throw new UnsupportedMediaTypeException(`Send multipart/form-data or ${this.rules.rawTypes.join(', ')}`);
    const { fileName } = request.query;
    return ReceivedFile.from(request, typeof fileName === 'string' ? fileName : '', this.limit);
  }
}

declare module 'express-serve-static-core' {
  interface Request {
    upload?: ReceivedFile;
  }
}
