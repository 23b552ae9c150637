import { createHash } from 'node:crypto';
import { Body, Controller, Headers, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { LARGEST_UPLOAD, tooLarge } from '#domain/imports/upload-faults.js';
import { IdempotentRequestsService, type KeyedAnswer } from '#features/access/idempotent-requests.service.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { TakesUpload } from '#platform/uploads/takes-upload.decorator.js';
import { ImportRunsService } from '../import-runs.service.js';
import { importsPaths } from '../imports.paths.js';
import { ImportFields, ImportUpload, merged, optionsOf } from './import.request.js';
import { importRunResponse, ImportRunResponse } from './import-run.response.js';

const RAW_TYPES = ['text/csv', 'application/csv', 'application/octet-stream'];

@ApiTags('imports')
@ApiBearerAuth()
@Controller('api/v1/imports')
export class CreateImportApiController {
  constructor(
    private readonly runs: ImportRunsService,
    private readonly requests: IdempotentRequestsService,
  ) {}

  @Post()
  @Access('observation.import', 'IMPORT_UPLOADED')
  @TakesUpload({ field: 'file', mostBytes: LARGEST_UPLOAD, tooLarge: tooLarge(), rawTypes: RAW_TYPES })
  @ApiOperation({
    summary: 'Hand in a file of figures, 100 MB or smaller',
    description: 'As `multipart/form-data` with the field `file`, or as the body itself with `fileName` in the address. It is read by a job: follow `Location` until `state` is loaded, checked, refused or failed. Scope `imports.write`.',
  })
  @ApiConsumes('multipart/form-data', 'text/csv')
  @ApiBody({ type: ImportUpload })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same request again with the same key, within a day, is answered alike and done once' })
  @ApiAcceptedResponse({ type: ImportRunResponse, headers: { Location: { description: 'Where its state is', schema: { type: 'string' } } } })
  @ApiErrors(401, 403, 409, 413, 415, 422)
  async create(
    @Query() query: ImportFields,
    @Body() body: ImportFields,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const fields = merged(query, body);
    const { upload } = request;
    const { tokenId } = actor;
    const work = async (keep?: (tx: Transaction, given: KeyedAnswer) => Promise<void>): Promise<KeyedAnswer> => {
      const handedIn = { file: upload, options: optionsOf(fields), dryRun: fields.dryRun ?? false };
      const run = await this.runs.receive(actor, handedIn, async (tx, made) => keep?.(tx, answerOf(importRunResponse(made))));
      return answerOf(importRunResponse(run));
    };
    const keyed = { key: key ?? '', tokenId: tokenId ?? '', request: `POST ${request.path}`, bodyHash: hashOf({ ...fields, name: upload?.name, checksum: upload?.checksum }) };
    const { status, answer } = key && tokenId ? await this.requests.once(keyed, work) : await work();
    response.status(status).location(importsPaths.api((answer as ImportRunResponse).id)).json(answer);
  }
}

function answerOf(answer: ImportRunResponse): KeyedAnswer {
  return { status: 202, answer };
}

/** Of all that was sent, in whatever order. */
function hashOf(sent: object): string {
  const parts = Object.entries(sent).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
