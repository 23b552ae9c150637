import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';
import { EvidenceReturnsService } from '../evidence-returns.service.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { ReturnParts } from '../return-parts.js';
import { afterSaving, sectionPage, type SectionPage } from './edit-section.presenter.js';
import { RatingForm } from './evidence-return.forms.js';
import { type RatingOption, ratingOptions } from './rating-options.presenter.js';

type RatingPage = SectionPage<{ rating: string | null; ratingReason: string }> & { options: RatingOption[] };

/** The department’s own rating of the likelihood that the targets are met. */
@Controller()
@UseInterceptors(new KeptTyping(evidenceReturnsWords.answers))
export class EditRatingController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly returns: EvidenceReturnsService,
    private readonly parts: ReturnParts,
  ) {}

  @Get(evidenceReturnsPaths.section(':id', 'rating'))
  @Access('submission.edit', 'EVIDENCE_RETURN_READ')
  @Render('evidence-returns/web/views/rating.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<RatingPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const page = sectionPage(request, dossier, 'rating', ({ rating, ratingReason }) => ({ rating, ratingReason }));
    return { ...page, options: ratingOptions(page.form.values.rating) };
  }

  @Post(evidenceReturnsPaths.section(':id', 'rating'))
  @Access('submission.edit', 'EVIDENCE_RETURN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Body() { rowVersion, then, rating, ratingReason }: RatingForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.returns.save(actor, { id, rowVersion }, { rating, ratingReason });
    afterSaving(request, response, id, { section: 'rating', then, sections: this.parts.sections() });
  }
}
