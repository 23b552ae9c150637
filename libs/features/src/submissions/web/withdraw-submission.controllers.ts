import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '../kept-typing.interceptor.js';
import { type MovePage, reasonPage } from '../move-pages.presenter.js';
import { ReasonForm } from '../submission.forms.js';
import { SubmissionId } from '../submission-id.decorator.js';
import { submissionsPaths } from '../submissions.paths.js';
import { SubmissionsQueries } from '../submissions.queries.js';
import { SubmissionsService } from '../submissions.service.js';
import { submissionsWords } from '../submissions.words.js';
import { forEachKind } from '../kind-controllers.js';

/** The department takes back what nobody has claimed yet, with the reason. */
export const withdrawControllers = forEachKind((kind, noun) => {
  @Controller()
  @UseInterceptors(new KeptTyping({ reason: submissionsWords.withdraw.label }))
  class WithdrawSubmissionController {
    constructor(
      private readonly queries: SubmissionsQueries,
      private readonly submissions: SubmissionsService,
    ) {}

    @Get(submissionsPaths.withdraw(kind, ':id'))
    @Access('submission.withdraw', `${noun}_READ`)
    @Render('submissions/views/move.njk')
    async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<MovePage> {
      return reasonPage(request, await this.queries.dossier(actor, kind, id), 'withdraw');
    }

    @Post(submissionsPaths.withdraw(kind, ':id'))
    @Access('submission.withdraw', `${noun}_WITHDRAWN`)
    async withdraw(
      @CurrentActor() actor: Actor,
      @SubmissionId() id: string,
      @Body() { rowVersion, reason }: ReasonForm,
      @Req() request: Request,
      @Res() response: Response,
    ): Promise<void> {
      await this.submissions.move(actor, { kind, id, rowVersion }, 'withdraw', [{ section: null, text: reason }]);
      request.session.notice = { title: 'Success', text: submissionsWords.withdraw.done };
      response.redirect(303, submissionsPaths.show(kind, id));
    }
  }
  return WithdrawSubmissionController;
});
