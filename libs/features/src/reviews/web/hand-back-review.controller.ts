import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { ReviewsService } from '../reviews.service.js';
import { reviewsWords } from '../reviews.words.js';
import { forgetDecision } from './decision-drafts.js';
import { MovedOn } from './moved-on.js';
import { ReviewMoveForm } from './review.form.js';
import { reviewFormPage } from './review-form.presenter.js';
import { ReviewIdPipe } from './review-id.pipe.js';

/** Asks, then puts the review back into the queue. */
@Controller()
export class HandBackReviewController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewDetailQueries,
    private readonly movedOn: MovedOn,
  ) {}

  @Get(reviewsPaths.handBack(':id'))
  @Access('review.decide', 'none')
  async ask(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const head = await this.queries.head(actor, id);
    if (!(await this.movedOn.mayMove(actor, head, 'handBack', { request, response }))) return;
    response.render('reviews/web/views/hand-back.njk', reviewFormPage(head, reviewsWords.handBack, takeFormState(request, { rowVersion: head.review.rowVersion })));
  }

  @Post(reviewsPaths.handBack(':id'))
  @Access('review.decide', 'REVIEW_HANDED_BACK')
  async handBack(
    @Param('id', ReviewIdPipe) id: string,
    @CurrentActor() actor: Actor,
    @Body() form: ReviewMoveForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.reviews.handBack(actor, id, form.rowVersion);
    forgetDecision(request, id);
    request.session.notice = { title: 'Success', text: reviewsWords.handBack.done };
    response.redirect(303, reviewsPaths.list);
  }
}
