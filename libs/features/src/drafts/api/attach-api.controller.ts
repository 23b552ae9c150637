import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { LARGEST_ATTACHMENT } from '#domain/attachments/attachment-kinds.js';
import { tooLarge } from '#domain/attachments/attachment-limits.js';
import { IdempotentRequestsService } from '#features/access/idempotent-requests.service.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { AttachmentsService } from '#features/attachments/attachments.service.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { TakesUpload } from '#platform/uploads/takes-upload.decorator.js';
import { DraftsQueries } from '../drafts.queries.js';
import { ATTACH_EXAMPLES } from './draft.examples.js';
import { AttachmentResponse } from './draft.response.js';
import { KEY, onceForKey } from './keyed-request.js';
import { attachmentResponse } from './read-drafts-api.controller.js';

const RAW_TYPES = ['text/csv', 'application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.oasis.opendocument.spreadsheet', 'application/octet-stream'];
const LONG = 500;

export class AttachFields {
  @ApiPropertyOptional({ description: 'What the file is: “Survey of heads, autumn 2026”' })
  @IsOptional() @IsString() @MaxLength(LONG)
  title?: string;

  @ApiPropertyOptional({ description: 'Name of a file that is the body itself', example: 'survey.pdf' })
  @IsOptional() @IsString() @MaxLength(LONG)
  fileName?: string;
}

export class AttachUpload extends AttachFields {
  @ApiProperty({ type: 'string', format: 'binary' })
  file: string;
}

@ApiTags('drafts')
@ApiBearerAuth()
@Controller('api/v1/drafts')
export class AttachApiController {
  constructor(
    private readonly drafts: DraftsQueries,
    private readonly attachments: AttachmentsService,
    private readonly requests: IdempotentRequestsService,
  ) {}

  @Post(':reference/attachments')
  @Access('submission.edit', 'ATTACHMENT_ADDED')
  @TakesUpload({ field: 'file', mostBytes: LARGEST_ATTACHMENT, tooLarge: tooLarge(), rawTypes: RAW_TYPES })
  @ApiOperation({ summary: 'Attach a CSV, XLSX, ODS or PDF file of 20 MB or less to a return or plan', description: 'As `multipart/form-data` with the field `file`, or as the body itself with `fileName` and `title` in the address. Scope `returns.write`.' })
  @ApiConsumes('multipart/form-data', ...RAW_TYPES)
  @ApiBody({ type: AttachUpload, examples: ATTACH_EXAMPLES })
  @ApiHeader(KEY)
  @ApiCreatedResponse({ type: AttachmentResponse })
  @ApiErrors(400, 401, 403, 404, 409, 413, 415, 422)
  async attach(@Param('reference') reference: string, @Query() query: AttachFields, @Body() body: AttachFields, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const title = body.title ?? query.title ?? '';
    const { upload } = request;
    const { status, answer } = await onceForKey(this.requests, { actor, request, sent: { title, name: upload?.name, checksum: upload?.checksum } }, async (keep) => {
      const draft = await this.drafts.byReference(actor, reference);
      const answerOf = (file: AttachmentResponse) => ({ status: 201, answer: attachmentResponse(file) });
      return answerOf(await this.attachments.add(actor, draft, { file: upload, title }, (tx, added) => keep(tx, answerOf(added))));
    });
    response.status(status).json(answer);
  }

  @Delete(':reference/attachments/:file')
  @HttpCode(204)
  @Access('submission.edit', 'ATTACHMENT_REMOVED')
  @ApiOperation({ summary: 'Remove a file that was never delivered', description: 'Scope `returns.write`.' })
  @ApiNoContentResponse()
  @ApiErrors(401, 403, 404, 409, 422)
  async remove(@Param('reference') reference: string, @Param('file', new ParseUUIDPipe({ errorHttpStatusCode: 404 })) file: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.attachments.move(actor, await this.drafts.byReference(actor, reference), file, 'remove');
  }
}
