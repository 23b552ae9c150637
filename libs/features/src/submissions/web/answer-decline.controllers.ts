import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { IsObject } from 'class-validator';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { DeclineRepliesService } from '../decline-replies.service.js';
import { KeptTyping } from '../kept-typing.interceptor.js';
import { SeenForm } from '../submission.forms.js';
import { SubmissionId } from '../submission-id.decorator.js';
import { submissionsPaths } from '../submissions.paths.js';
import { SubmissionsQueries } from '../submissions.queries.js';
import { submissionsWords } from '../submissions.words.js';
import { type AnswerDeclinePage, answerDeclinePage } from './answer-decline.presenter.js';
import { textOf } from './decline.form.js';
import { forEachKind } from '../kind-controllers.js';

class RepliesForm extends SeenForm {
  /** By section. */
  @IsObject()
  replies: Record<string, unknown> = {};
}

/** An official answers the SRO about declined sections that stay as they are. */
export const answerDeclineControllers = forEachKind((kind, noun) => {
  @Controller()
  @UseInterceptors(new KeptTyping({}, submissionsWords.reset.title))
  class AnswerDeclineController {
    constructor(
      private readonly queries: SubmissionsQueries,
      private readonly answers: DeclineRepliesService,
    ) {}

    @Get(submissionsPaths.declined(kind, ':id'))
    @Access('submission.edit', `${noun}_READ`)
    @Render('submissions/web/views/answer-decline.njk')
    async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<AnswerDeclinePage> {
      return answerDeclinePage(request, await this.queries.dossier(actor, kind, id));
    }

    @Post(submissionsPaths.declined(kind, ':id'))
    @Access('submission.edit', `${noun}_DECLINE_ANSWERED`)
    async answer(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { rowVersion, replies }: RepliesForm, @Req() request: Request, @Res() response: Response): Promise<void> {
      const texts = Object.fromEntries(Object.keys(replies).map((section) => [section, textOf(replies, section)]));
      const added = await this.answers.reply(actor, { kind, id, rowVersion }, texts);
      request.session.notice = added > 0 ? { title: 'Success', text: submissionsWords.reset.done } : { title: 'Important', text: submissionsWords.reset.nothingWritten };
      response.redirect(303, submissionsPaths.show(kind, id));
    }
  }
  return AnswerDeclineController;
});
