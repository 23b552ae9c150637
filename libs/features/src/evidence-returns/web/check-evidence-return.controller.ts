import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';
import { LastReturns } from '../last-returns.queries.js';
import { checkPage, type CheckPage } from './check-evidence-return.presenter.js';

/** Check answers, then send for sign-off. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class CheckEvidenceReturnController {
  constructor(
    private readonly queries: SubmissionsQueries,
    private readonly submissions: SubmissionsService,
    private readonly lastReturns: LastReturns,
  ) {}

  @Get(evidenceReturnsPaths.check(':id'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/check.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<CheckPage> {
    const dossier = await this.queries.dossier(actor, 'evidence-return', id);
    const last = await this.lastReturns.before(dossier.submission);
    return checkPage(request, dossier, last);
  }

  @Post(evidenceReturnsPaths.check(':id'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SENT_FOR_SIGN_OFF')
  async send(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { rowVersion }: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.submissions.move(actor, { kind: 'evidence-return', id, rowVersion }, 'send-for-sign-off');
    request.session.notice = { title: 'Success', text: submissionsWords.check.sent };
    response.redirect(303, evidenceReturnsPaths.show(id));
  }
}
