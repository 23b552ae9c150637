import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { sendAttachment } from '../attachment-answer.js';
import { attachmentsPaths } from '../attachments.paths.js';
import { AttachmentsQueries } from '../attachments.queries.js';

/** A file for those who may read its return, and the files of what is public for everybody. */
@Controller()
export class DownloadAttachmentController {
  constructor(
    private readonly attachments: AttachmentsQueries,
    private readonly dataSource: DataSource,
  ) {}

  @Get(attachmentsPaths.file(':attachment'))
  @Access('submission.read', 'ATTACHMENT_READ')
  async download(@CurrentActor() actor: Actor, @Param('attachment', new ParseUUIDPipe({ errorHttpStatusCode: 404 })) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await sendAttachment(this.dataSource.manager, await this.attachments.readable(actor, id), request, response);
  }

  @Get(attachmentsPaths.published(':attachment'))
  @Access('public.read', 'none')
  async downloadPublished(@Param('attachment', new ParseUUIDPipe({ errorHttpStatusCode: 404 })) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await sendAttachment(this.dataSource.manager, await this.attachments.published(id), request, response);
  }
}
