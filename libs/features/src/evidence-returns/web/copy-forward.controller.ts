import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { copiedForward, isUntouched } from '#domain/evidence-returns/copy-forward.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { CopyForward } from '../copy-forward.service.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { LastReturns } from '../last-returns.queries.js';
import { type QuestionPage, questionPage } from './question.presenter.js';

const words = evidenceReturnsWords.copy;

/** Takes the last return over into an untouched draft. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class CopyForwardController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly copies: CopyForward,
    private readonly lastReturns: LastReturns,
  ) {}

  @Get(paths.copyForward(':id'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/question.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<QuestionPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const last = await this.lastReturns.before(dossier.submission);
    const refused = !last ? words.nothing : isUntouched(dossier.content) ? undefined : words.touched;
    if (!last || refused) return questionPage(request, dossier, { heading: words.title, lead: refused ?? words.nothing });
    const { evidence, risks, steps } = copiedForward(last, dossier.content.lastSteps);
    const list = words.parts({ evidence: evidence.length, risks: risks.length, steps: steps.length });
    return questionPage(request, dossier, { heading: words.title, lead: words.lead(last.label), list, after: words.marks, button: words.button });
  }

  @Post(paths.copyForward(':id'))
  @Access('submission.edit', 'EVIDENCE_RETURN_COPIED_FORWARD')
  async copy(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { rowVersion }: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.copies.copy(actor, { id, rowVersion });
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, paths.show(id));
  }
}
