import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { asInLastReturn } from '#domain/evidence-returns/copy-forward.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';
import { EvidenceReturnsService } from '../evidence-returns.service.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { LastReturns } from '../last-returns.queries.js';
import { returnItemsWords } from '../return-items.words.js';
import { ReturnParts } from '../return-parts.js';
import { afterSaving, sectionPage, type SectionPage } from './edit-section.presenter.js';
import { type ItemCard, stepCards } from './item-cards.presenter.js';
import { NextStepsForm } from './evidence-return.forms.js';

type NextStepsPage = SectionPage<{ nextSteps: string }> & { cards: ItemCard[]; labels: typeof returnItemsWords.steps; addHref: string };

/** What the department will do next: a text, and step by step. */
@Controller()
@UseInterceptors(new KeptTyping(evidenceReturnsWords.answers))
export class EditNextStepsController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly returns: EvidenceReturnsService,
    private readonly lastReturns: LastReturns,
    private readonly parts: ReturnParts,
  ) {}

  @Get(evidenceReturnsPaths.section(':id', 'next-steps'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/next-steps.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<NextStepsPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const page = sectionPage(request, dossier, 'next-steps', ({ nextSteps }) => ({ nextSteps }));
    const last = await this.lastReturns.before(dossier.submission);
    const cards = stepCards(id, dossier.content, asInLastReturn(dossier.content, last));
    return { ...page, cards, labels: returnItemsWords.steps, addHref: evidenceReturnsPaths.item(id, 'next-steps', 'new') };
  }

  @Post(evidenceReturnsPaths.section(':id', 'next-steps'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Body() { rowVersion, then, nextSteps }: NextStepsForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.returns.save(actor, { id, rowVersion }, { nextSteps });
    afterSaving(request, response, id, { section: 'next-steps', then, sections: this.parts.sections() });
  }
}
