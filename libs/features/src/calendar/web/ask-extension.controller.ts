import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { typedDateOf } from '#platform/pages/date-boxes.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { calendarPaths } from '../calendar.paths.js';
import { calendarWords } from '../calendar.words.js';
import { ExtensionsQueries } from '../extensions.queries.js';
import { ExtensionsService } from '../extensions.service.js';
import { AskExtensionForm } from './calendar.forms.js';
import { type AskPage, askPage } from './extension-pages.presenter.js';

/** The department asks for a later due date. */
@Controller()
@UseInterceptors(new KeptTyping(calendarWords.names))
export class AskExtensionController {
  constructor(
    private readonly extensions: ExtensionsService,
    private readonly requests: ExtensionsQueries,
  ) {}

  @Get(calendarPaths.askExtension(':id'))
  @Access('extension.ask', 'none')
  @Render('calendar/web/views/ask-extension.njk')
  async show(@SubmissionId() id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<AskPage> {
    const submission = await this.extensions.subject(actor, id);
    const form = takeFormState(request, { day: '', month: '', year: '', reason: '', rowVersion: submission.rowVersion });
    return askPage(submission, await this.requests.all({ submissionId: id }), form);
  }

  @Post(calendarPaths.askExtension(':id'))
  @Access('extension.ask', 'EXTENSION_ASKED')
  async ask(@SubmissionId() id: string, @CurrentActor() actor: Actor, @Body() form: AskExtensionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { kind } = await this.extensions.subject(actor, id);
    await this.extensions.ask(actor, id, { askedDueOn: typedDateOf(form), reason: form.reason, rowVersion: form.rowVersion });
    request.session.notice = { title: 'Success', text: calendarWords.extension.asked };
    response.redirect(303, submissionsPaths.show(kind, id));
  }
}
