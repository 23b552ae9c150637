import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '../kept-typing.interceptor.js';
import { SubmissionId } from '../submission-id.decorator.js';
import { submissionsPaths } from '../submissions.paths.js';
import { SubmissionsQueries } from '../submissions.queries.js';
import { SubmissionsService } from '../submissions.service.js';
import { submissionsWords } from '../submissions.words.js';
import { DeclineForm, readReasons } from './decline.form.js';
import { type DeclinePage, declinePage } from './decline.presenter.js';
import { forEachKind } from '../kind-controllers.js';

/** The SRO sends the draft back to its authors: named sections with a reason each, or the whole. */
export const declineControllers = forEachKind((kind, noun) => {
  @Controller()
  @UseInterceptors(new KeptTyping({ reason: submissionsWords.decline.label }, submissionsWords.decline.sectionReason))
  class DeclineSubmissionController {
    constructor(
      private readonly queries: SubmissionsQueries,
      private readonly submissions: SubmissionsService,
    ) {}

    @Get(submissionsPaths.decline(kind, ':id'))
    @Access('submission.sign', `${noun}_READ`)
    @Render('submissions/web/views/decline.njk')
    async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<DeclinePage> {
      return declinePage(request, await this.queries.dossier(actor, kind, id));
    }

    @Post(submissionsPaths.decline(kind, ':id'))
    @Access('submission.sign', `${noun}_DECLINED`)
    async decline(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() form: DeclineForm, @Req() request: Request, @Res() response: Response): Promise<void> {
      const { sections } = await this.queries.dossier(actor, kind, id);
      await this.submissions.move(actor, { kind, id, rowVersion: form.rowVersion }, 'decline', readReasons(form, sections));
      request.session.notice = { title: 'Success', text: submissionsWords.decline.done };
      response.redirect(303, submissionsPaths.show(kind, id));
    }
  }
  return DeclineSubmissionController;
});
