import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { confirmationPage, type ConfirmationPage } from '#features/submissions/move-pages.presenter.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';
import { signEvidenceReturnPage, type SignEvidenceReturnPage } from './sign-evidence-return.presenter.js';

/** The SRO reads, signs and submits; then the confirmation with the reference. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class SignEvidenceReturnController {
  constructor(
    private readonly queries: SubmissionsQueries,
    private readonly submissions: SubmissionsService,
  ) {}

  @Get(evidenceReturnsPaths.signOff(':id'))
  @Access('submission.sign', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/sign-off.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<SignEvidenceReturnPage> {
    return signEvidenceReturnPage(request, await this.queries.dossier(actor, 'evidence-return', id), actor.id);
  }

  @Post(evidenceReturnsPaths.signOff(':id'))
  @Access('submission.sign', 'EVIDENCE_RETURN_SUBMITTED')
  async submit(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { rowVersion }: SeenForm, @Res() response: Response): Promise<void> {
    await this.submissions.move(actor, { kind: 'evidence-return', id, rowVersion }, 'submit');
    response.redirect(303, evidenceReturnsPaths.confirmation(id));
  }

  @Get(evidenceReturnsPaths.confirmation(':id'))
  @Access('submission.sign', 'none')
  @Render('submissions/views/confirmation.njk')
  async confirm(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<ConfirmationPage> {
    return confirmationPage(await this.queries.dossier(actor, 'evidence-return', id));
  }
}
