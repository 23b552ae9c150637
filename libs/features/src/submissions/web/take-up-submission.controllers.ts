import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '../kept-typing.interceptor.js';
import { type MovePage, takeUpPage } from '../move-pages.presenter.js';
import { SeenForm } from '../submission.forms.js';
import { SubmissionId } from '../submission-id.decorator.js';
import { submissionsPaths } from '../submissions.paths.js';
import { SubmissionsQueries } from '../submissions.queries.js';
import { SubmissionsService } from '../submissions.service.js';
import { submissionsWords } from '../submissions.words.js';
import { forEachKind } from '../kind-controllers.js';

/** What was withdrawn is written on. */
export const takeUpControllers = forEachKind((kind, noun) => {
  @Controller()
  @UseInterceptors(new KeptTyping({}))
  class TakeUpSubmissionController {
    constructor(
      private readonly queries: SubmissionsQueries,
      private readonly submissions: SubmissionsService,
    ) {}

    @Get(submissionsPaths.takeUp(kind, ':id'))
    @Access('submission.edit', `${noun}_READ`)
    @Render('submissions/views/move.njk')
    async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<MovePage> {
      return takeUpPage(request, await this.queries.dossier(actor, kind, id));
    }

    @Post(submissionsPaths.takeUp(kind, ':id'))
    @Access('submission.edit', `${noun}_TAKEN_UP`)
    async takeUp(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { rowVersion }: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
      await this.submissions.move(actor, { kind, id, rowVersion }, 'take-up');
      request.session.notice = { title: 'Success', text: submissionsWords.takeUp.done };
      response.redirect(303, submissionsPaths.show(kind, id));
    }
  }
  return TakeUpSubmissionController;
});
