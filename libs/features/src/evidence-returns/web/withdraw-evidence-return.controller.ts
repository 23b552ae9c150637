import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { type MovePage, reasonPage } from '#features/submissions/move-pages.presenter.js';
import { ReasonForm } from '#features/submissions/submission.forms.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';

/** The department takes a return back that nobody has claimed yet, with the reason. */
@Controller()
@UseInterceptors(new KeptTyping({ reason: submissionsWords.withdraw.label }))
export class WithdrawEvidenceReturnController {
  constructor(
    private readonly queries: SubmissionsQueries,
    private readonly submissions: SubmissionsService,
  ) {}

  @Get(evidenceReturnsPaths.withdraw(':id'))
  @Access('submission.withdraw', 'EVIDENCE_RETURN_READ')
  @Render('submissions/views/move.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<MovePage> {
    return reasonPage(request, await this.queries.dossier(actor, 'evidence-return', id), 'withdraw');
  }

  @Post(evidenceReturnsPaths.withdraw(':id'))
  @Access('submission.withdraw', 'EVIDENCE_RETURN_WITHDRAWN')
  async withdraw(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Body() { rowVersion, reason }: ReasonForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.submissions.move(actor, { kind: 'evidence-return', id, rowVersion }, 'withdraw', [{ section: null, text: reason }]);
    request.session.notice = { title: 'Success', text: submissionsWords.withdraw.done };
    response.redirect(303, evidenceReturnsPaths.show(id));
  }
}
