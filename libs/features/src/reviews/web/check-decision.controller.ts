import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { ReviewsService } from '../reviews.service.js';
import { checkDecisionPage } from './decide-review.presenter.js';
import { decidedPage, type DecidedPage } from './decided.presenter.js';
import { forgetDecision, keptDecision } from './decision-drafts.js';
import { keptDecisionTyping } from './kept-decision-typing.js';
import { ReviewMoveForm } from './review.form.js';
import { requireMove, whatHappened } from './review-form.presenter.js';
import { ReviewIdPipe } from './review-id.pipe.js';

/** The last look before a decision, and its confirmation. */
@Controller()
@UseInterceptors(keptDecisionTyping())
export class CheckDecisionController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewDetailQueries,
  ) {}

  @Get(reviewsPaths.check(':id'))
  @Access('review.decide', 'none')
  async check(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const head = await this.queries.head(actor, id);
    const kept = keptDecision(request, id);
    if (whatHappened(actor, head) === undefined) requireMove(actor, head, 'decide');
    // The form's own page says what became of a review that is not theirs any more.
    if (!kept || whatHappened(actor, head) !== undefined) {
      response.redirect(303, reviewsPaths.decide(id));
      return;
    }
    const form = takeFormState(request, { rowVersion: kept.rowVersion });
    response.render('reviews/web/views/check.njk', checkDecisionPage(head, kept.draft, form));
  }

  @Post(reviewsPaths.check(':id'))
  @Access('review.decide', 'REVIEW_DECIDED')
  async decide(
    @Param('id', ReviewIdPipe) id: string,
    @CurrentActor() actor: Actor,
    @Body() form: ReviewMoveForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const kept = keptDecision(request, id);
    if (!kept) {
      response.redirect(303, reviewsPaths.decide(id));
      return;
    }
    await this.reviews.decide(actor, id, { draft: kept.draft, rowVersion: form.rowVersion });
    forgetDecision(request, id);
    response.redirect(303, reviewsPaths.decided(id));
  }

  @Get(reviewsPaths.decided(':id'))
  @Access('review.decide', 'none')
  @Render('reviews/web/views/decided.njk')
  async decided(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor): Promise<DecidedPage> {
    return decidedPage(await this.queries.head(actor, id));
  }
}
