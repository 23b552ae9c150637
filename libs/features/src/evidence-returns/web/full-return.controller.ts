import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { EvidenceReturnsService } from '../evidence-returns.service.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { type QuestionPage, questionPage } from './question.presenter.js';

const words = evidenceReturnsWords.nil;

/** Makes a nil return a full one again. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class FullReturnController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly returns: EvidenceReturnsService,
  ) {}

  @Get(paths.full(':id'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/question.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<QuestionPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    return questionPage(request, dossier, { heading: words.fullTitle, lead: words.fullLead, button: words.full });
  }

  @Post(paths.full(':id'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async open(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { rowVersion }: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.returns.save(actor, { id, rowVersion }, { nil: false });
    request.session.notice = { title: 'Success', text: words.fullDone };
    response.redirect(303, paths.show(id));
  }
}
