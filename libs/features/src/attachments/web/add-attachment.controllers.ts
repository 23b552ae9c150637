import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { LARGEST_ATTACHMENT } from '#domain/attachments/attachment-kinds.js';
import { tooLarge } from '#domain/attachments/attachment-limits.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { pageTitle, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { forEachKind } from '#features/submissions/kind-controllers.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { TakesUpload } from '#platform/uploads/takes-upload.decorator.js';
import { attachmentsPaths } from '../attachments.paths.js';
import { AttachmentsQueries } from '../attachments.queries.js';
import { AttachmentsService } from '../attachments.service.js';
import { attachmentsWords as words } from '../attachments.words.js';
import { AddAttachmentForm } from './attachment.forms.js';

interface AddAttachmentPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words.add;
  form: FormState<{ title: string }>;
}

/** After a conflict nothing can be attached: the list says what is. */
const openAt = ({ path }: Request): string => path.replace(/\/add$/, '');

/** Attaches a file with its title. */
export const addAttachmentControllers = forEachKind((kind) => {
  @Controller()
  @UseInterceptors(new KeptTyping({ title: words.add.name }, undefined, { openAt }))
  class AddAttachmentController {
    constructor(
      private readonly queries: AttachmentsQueries,
      private readonly attachments: AttachmentsService,
    ) {}

    @Get(attachmentsPaths.add(kind, ':id'))
    @Access('submission.edit', 'none')
    @Render('attachments/web/views/add.njk')
    async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<AddAttachmentPage> {
      const files = await this.queries.ofSubmission(actor, { kind, id });
      if (!files.writable) throw ApplicationError.conflict(words.notNow, `submission-${files.submission.status}`);
      return {
        title: pageTitle(words.add.title, files.submission),
        backLink: { text: words.add.back, href: attachmentsPaths.list(kind, id) },
        head: submissionHead(files),
        words: words.add,
        form: takeFormState(request, { title: '' }),
      };
    }

    @Post(attachmentsPaths.add(kind, ':id'))
    @Access('submission.edit', 'ATTACHMENT_ADDED')
    @TakesUpload({ field: 'file', mostBytes: LARGEST_ATTACHMENT, tooLarge: tooLarge() })
    async add(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { title }: AddAttachmentForm, @Req() request: Request, @Res() response: Response): Promise<void> {
      const { name, state } = await this.attachments.add(actor, { kind, id }, { file: request.upload, title: title ?? '' });
      request.session.notice = { title: 'Success', text: state === 'checking' ? words.add.doneAndAsked(name) : words.add.done(name) };
      response.redirect(303, attachmentsPaths.list(kind, id));
    }
  }
  return AddAttachmentController;
});
