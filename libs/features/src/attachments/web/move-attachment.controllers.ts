import { Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { pageTitle, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { forEachKind } from '#features/submissions/kind-controllers.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { attachmentsPaths } from '../attachments.paths.js';
import { AttachmentsQueries } from '../attachments.queries.js';
import { AttachmentsService, type DrafterAction } from '../attachments.service.js';
import { attachmentsWords as words } from '../attachments.words.js';
import { sizeInWords } from './attachments-list.presenter.js';

interface MoveAttachmentPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: { title: string; lead: string; button: string };
  file: { title: string; name: string; size: string };
  form: FormState<object>;
}

const AttachmentId = (): ParameterDecorator => Param('attachment', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));

/** Removes a file, leaves one out of the next version, or takes it back in; the first two ask before. */
export const moveAttachmentControllers = forEachKind((kind) => {
  @Controller()
  class MoveAttachmentController {
    constructor(
      private readonly queries: AttachmentsQueries,
      private readonly attachments: AttachmentsService,
    ) {}

    @Get(attachmentsPaths.remove(kind, ':id', ':attachment'))
    @Access('submission.edit', 'none')
    @Render('attachments/web/views/move.njk')
    askToRemove(@CurrentActor() actor: Actor, @SubmissionId() id: string, @AttachmentId() attachment: string, @Req() request: Request): Promise<MoveAttachmentPage> {
      return this.page(actor, id, attachment, 'remove', request);
    }

    @Post(attachmentsPaths.remove(kind, ':id', ':attachment'))
    @Access('submission.edit', 'ATTACHMENT_REMOVED')
    async remove(@CurrentActor() actor: Actor, @SubmissionId() id: string, @AttachmentId() attachment: string, @Req() request: Request, @Res() response: Response): Promise<void> {
      await this.move(actor, id, attachment, { action: 'remove', done: words.remove.done }, request, response);
    }

    @Get(attachmentsPaths.leaveOut(kind, ':id', ':attachment'))
    @Access('submission.edit', 'none')
    @Render('attachments/web/views/move.njk')
    askToLeaveOut(@CurrentActor() actor: Actor, @SubmissionId() id: string, @AttachmentId() attachment: string, @Req() request: Request): Promise<MoveAttachmentPage> {
      return this.page(actor, id, attachment, 'leave-out', request);
    }

    @Post(attachmentsPaths.leaveOut(kind, ':id', ':attachment'))
    @Access('submission.edit', 'ATTACHMENT_LEFT_OUT')
    async leaveOut(@CurrentActor() actor: Actor, @SubmissionId() id: string, @AttachmentId() attachment: string, @Req() request: Request, @Res() response: Response): Promise<void> {
      await this.move(actor, id, attachment, { action: 'leave-out', done: words.leaveOut.done }, request, response);
    }

    @Post(attachmentsPaths.takeBack(kind, ':id', ':attachment'))
    @Access('submission.edit', 'ATTACHMENT_TAKEN_BACK')
    async takeBack(@CurrentActor() actor: Actor, @SubmissionId() id: string, @AttachmentId() attachment: string, @Req() request: Request, @Res() response: Response): Promise<void> {
      await this.move(actor, id, attachment, { action: 'take-back', done: words.takenBack }, request, response);
    }

    private async move(actor: Actor, id: string, attachment: string, { action, done }: { action: DrafterAction; done: (name: string) => string }, request: Request, response: Response): Promise<void> {
      const { files } = await this.queries.ofSubmission(actor, { kind, id });
      await this.attachments.move(actor, { kind, id }, attachment, action);
      const name = files.find(({ file }) => file.id === attachment)?.file.name ?? words.theFile;
      request.session.notice = { title: 'Success', text: done(name) };
      response.redirect(303, attachmentsPaths.list(kind, id));
    }

    private async page(actor: Actor, id: string, attachment: string, action: 'remove' | 'leave-out', request: Request): Promise<MoveAttachmentPage> {
      const files = await this.queries.ofSubmission(actor, { kind, id });
      const found = files.files.find(({ file }) => file.id === attachment);
      if (!found) throw ApplicationError.notFound(words.theFile);
      if (!found.actions.includes(action)) throw ApplicationError.conflict(files.writable ? words.movedOn(found.file.name) : words.notNow);
      const text = action === 'remove' ? words.remove : words.leaveOut;
      return {
        title: pageTitle(`${text.title} ${found.file.name}`, files.submission),
        backLink: { text: words.add.back, href: attachmentsPaths.list(kind, id) },
        head: submissionHead(files),
        words: text,
        file: { title: found.file.title, name: found.file.name, size: sizeInWords(found.file) },
        form: takeFormState(request, {}),
      };
    }
  }
  return MoveAttachmentController;
});
