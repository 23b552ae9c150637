import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { QuietReviewsService } from '../quiet-reviews.service.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { ReviewsService } from '../reviews.service.js';
import { reviewsWords } from '../reviews.words.js';
import { ReviewMoveForm } from './review.form.js';
import { ReviewIdPipe } from './review-id.pipe.js';
import { showReviewPage, type ShowReviewPage } from './show-review.presenter.js';

/** All that a reviewer reads, and the button that claims it. */
@Controller()
export class ShowReviewController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewDetailQueries,
    private readonly quiet: QuietReviewsService,
  ) {}

  @Get(reviewsPaths.show(':id'))
  @Access('review.list', 'REVIEW_READ')
  @Render('reviews/web/views/show.njk')
  async show(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor): Promise<ShowReviewPage> {
    const detail = await this.queries.detail(actor, id);
    await this.quiet.see(actor, detail.review, detail.today);
    return showReviewPage(actor, detail);
  }

  @Post(reviewsPaths.claim(':id'))
  @Access('review.decide', 'REVIEW_CLAIMED')
  async claim(
    @Param('id', ReviewIdPipe) id: string,
    @CurrentActor() actor: Actor,
    @Body() form: ReviewMoveForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.reviews.claim(actor, id, form.rowVersion);
    request.session.notice = { title: 'Success', text: reviewsWords.claimed };
    response.redirect(303, reviewsPaths.show(id));
  }
}
