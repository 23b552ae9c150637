import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ClearanceService } from '../clearance.service.js';
import { KeptTyping } from '../kept-typing.interceptor.js';
import { SubmissionId } from '../submission-id.decorator.js';
import { submissionsPaths } from '../submissions.paths.js';
import { SubmissionsQueries } from '../submissions.queries.js';
import { submissionsWords } from '../submissions.words.js';
import { ClearanceForm, readClearance } from './clearance.form.js';
import { type ClearancePage, clearancePage } from './clearance.presenter.js';
import { forEachKind } from '../kind-controllers.js';

/** An official or the SRO records that the minister cleared the draft. */
export const clearanceControllers = forEachKind((kind, noun) => {
  @Controller()
  @UseInterceptors(new KeptTyping({ minister: submissionsWords.clearance.minister }))
  class RecordClearanceController {
    constructor(
      private readonly queries: SubmissionsQueries,
      private readonly clearances: ClearanceService,
    ) {}

    @Get(submissionsPaths.clearance(kind, ':id'))
    @Access('submission.clear', `${noun}_READ`)
    @Render('submissions/web/views/clearance.njk')
    async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<ClearancePage> {
      return clearancePage(request, await this.queries.dossier(actor, kind, id));
    }

    @Post(submissionsPaths.clearance(kind, ':id'))
    @Access('submission.clear', `${noun}_CLEARED`)
    async record(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() form: ClearanceForm, @Req() request: Request, @Res() response: Response): Promise<void> {
      await this.clearances.record(actor, { kind, id, rowVersion: form.rowVersion }, readClearance(form));
      request.session.notice = { title: 'Success', text: submissionsWords.clearance.done };
      response.redirect(303, submissionsPaths.show(kind, id));
    }
  }
  return RecordClearanceController;
});
