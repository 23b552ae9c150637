import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { EvidenceReturnsService } from '../evidence-returns.service.js';
import { evidenceReturnsWords as words } from '../evidence-returns.words.js';
import { LastReturns } from '../last-returns.queries.js';
import { NewReleases } from '../new-releases.queries.js';
import { returnItemsWords } from '../return-items.words.js';
import { nilAnswersOf, NilReturnForm } from './nil-return.form.js';
import { type NilReturnPage, nilReturnPage } from './nil-return.presenter.js';

const TYPED = { narrative: words.nil.statement, ratingReason: words.nil.reason, what: returnItemsWords.lastSteps.labels.what };

/** The one screen of a nil return. */
@Controller()
@UseInterceptors(new KeptTyping(TYPED))
export class NilReturnController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly returns: EvidenceReturnsService,
    private readonly lastReturns: LastReturns,
    private readonly newReleases: NewReleases,
  ) {}

  @Get(paths.nil(':id'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/nil-return.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<NilReturnPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const last = await this.lastReturns.before(dossier.submission);
    const released = last ? await this.newReleases.since(dossier.submission.missionId, last.submittedAt) : [];
    return nilReturnPage(request, dossier, last, released);
  }

  @Post(paths.nil(':id'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async save(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() form: NilReturnForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.returns.save(actor, { id, rowVersion: form.rowVersion }, nilAnswersOf(form));
    if (form.then === 'later') request.session.notice = { title: 'Success', text: words.saved(words.nil.title) };
    response.redirect(303, form.then === 'later' ? paths.show(id) : paths.check(id));
  }
}
