import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { forEachKind } from '#features/submissions/kind-controllers.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { VirusScanner } from '#platform/virus-scan/virus-scanner.js';
import { attachmentsPaths } from '../attachments.paths.js';
import { AttachmentsQueries } from '../attachments.queries.js';
import { type AttachmentsPage, attachmentsPage } from './attachments-list.presenter.js';

/** The files of a return or plan. */
export const listAttachmentsControllers = forEachKind((kind, noun) => {
  @Controller()
  class ListAttachmentsController {
    constructor(
      private readonly attachments: AttachmentsQueries,
      private readonly scanner: VirusScanner,
    ) {}

    @Get(attachmentsPaths.list(kind, ':id'))
    @Access('submission.read', `${noun}_READ`)
    @Render('attachments/web/views/list.njk')
    async list(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<AttachmentsPage> {
      return attachmentsPage(await this.attachments.ofSubmission(actor, { kind, id }), this.scanner.isConfigured);
    }
  }
  return ListAttachmentsController;
});
