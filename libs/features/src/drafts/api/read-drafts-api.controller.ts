import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { AttachmentsQueries } from '#features/attachments/attachments.queries.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { DraftsQueries } from '../drafts.queries.js';
import { AttachmentResponse, DraftResponse, draftResponse, DraftsResponse } from './draft.response.js';

@ApiTags('drafts')
@ApiBearerAuth()
@Controller('api/v1/drafts')
export class ReadDraftsApiController {
  constructor(
    private readonly drafts: DraftsQueries,
    private readonly attachments: AttachmentsQueries,
  ) {}

  @Get()
  @Access('submission.list', 'none')
  @ApiOperation({ summary: 'What your department owes and has delivered, by due date', description: 'Scope `returns.read` or `returns.write`.' })
  @ApiOkResponse({ type: DraftsResponse })
  @ApiErrors(401, 403)
  async list(@CurrentActor() actor: Actor): Promise<DraftsResponse> {
    return { items: await this.drafts.mine(actor) };
  }

  @Get(':reference')
  @Access('submission.read', 'DRAFT_READ')
  @ApiOperation({ summary: 'One return or plan: where it stands, what was written, what is missing, what may be done next', description: 'Scope `returns.read` or `returns.write`.' })
  @ApiOkResponse({ type: DraftResponse })
  @ApiErrors(401, 403, 404)
  async show(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<DraftResponse> {
    response.set('Cache-Control', 'no-store');
    return draftResponse(await this.drafts.state(actor, reference));
  }

  @Get(':reference/attachments')
  @Access('submission.read', 'DRAFT_READ')
  @ApiOperation({ summary: 'The files of a return or plan', description: 'Scope `returns.read` or `returns.write`.' })
  @ApiOkResponse({ type: [AttachmentResponse] })
  @ApiErrors(401, 403, 404)
  async files(@Param('reference') reference: string, @CurrentActor() actor: Actor): Promise<AttachmentResponse[]> {
    const { files } = await this.attachments.ofSubmission(actor, await this.drafts.byReference(actor, reference));
    return files.map(({ file }) => attachmentResponse(file));
  }
}

/** @param file as it is kept */
export function attachmentResponse({ id, name, title, type, bytes, checksum, state, virusCheck }: AttachmentResponse): AttachmentResponse {
  return { id, name, title, type, bytes, checksum, state, virusCheck };
}
