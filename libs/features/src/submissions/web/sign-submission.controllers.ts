import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '../kept-typing.interceptor.js';
import { confirmationPage, type ConfirmationPage } from '../move-pages.presenter.js';
import { SubmissionCompanions } from '../submission-companions.js';
import { SeenForm } from '../submission.forms.js';
import { SubmissionId } from '../submission-id.decorator.js';
import { SubmissionPages } from '../submission-pages.js';
import { submissionsPaths } from '../submissions.paths.js';
import { SubmissionsQueries } from '../submissions.queries.js';
import { SubmissionsService } from '../submissions.service.js';
import { forEachKind } from '../kind-controllers.js';
import { signOffPage, type SignOffPage } from './sign-off.presenter.js';

/** The SRO reads, signs and submits; then the confirmation with the reference. */
export const signControllers = forEachKind((kind, noun) => {
  @Controller()
  @UseInterceptors(new KeptTyping({}))
  class SignSubmissionController {
    constructor(
      private readonly queries: SubmissionsQueries,
      private readonly submissions: SubmissionsService,
      private readonly pages: SubmissionPages,
      private readonly companions: SubmissionCompanions,
    ) {}

    @Get(submissionsPaths.signOff(kind, ':id'))
    @Access('submission.sign', `${noun}_READ`)
    @Render('submissions/web/views/sign-off.njk')
    async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<SignOffPage> {
      const dossier = await this.queries.dossier(actor, kind, id);
      const pages = this.pages.of(kind);
      const before = dossier.versions.length === 0 ? await pages.before?.(dossier) : undefined;
      return signOffPage(request, actor, dossier, { pages, before, companions: await this.companions.panelsFor(actor, dossier.submission) });
    }

    @Post(submissionsPaths.signOff(kind, ':id'))
    @Access('submission.sign', `${noun}_SUBMITTED`)
    async submit(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { rowVersion }: SeenForm, @Res() response: Response): Promise<void> {
      await this.submissions.move(actor, { kind, id, rowVersion }, 'submit');
      response.redirect(303, submissionsPaths.confirmation(kind, id));
    }

    @Get(submissionsPaths.confirmation(kind, ':id'))
    @Access('submission.sign', 'none')
    @Render('submissions/views/confirmation.njk')
    async confirm(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<ConfirmationPage> {
      return confirmationPage(await this.queries.dossier(actor, kind, id));
    }
  }
  return SignSubmissionController;
});
