import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { QueueClaimsService } from '../queue-claims.service.js';
import { queueWords } from '../review-queue.words.js';
import { reviewsPaths } from '../reviews.paths.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { filterOf, QueueQuery } from './list-reviews.form.js';
import { listReviewsPage, type ListReviewsPage } from './list-reviews.presenter.js';

/** How many decisions the list shows. */
const DECIDED_SHOWN = 10;

/** The queue, and the button that takes the one on top. */
@Controller()
export class ListReviewsController {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly claims: QueueClaimsService,
    private readonly clock: Clock,
  ) {}

  @Get(reviewsPaths.list)
  @Access('review.list', 'none')
  @Render('reviews/web/views/list.njk')
  async list(@CurrentActor() actor: Actor, @Query() query: QueueQuery, @Req() request: Request): Promise<ListReviewsPage> {
    const asked = { filter: filterOf(query), cursor: query.cursor, form: takeFormState(request, {}), today: this.clock.today() };
    return listReviewsPage(actor, await this.reviews.openReviews(actor), await this.reviews.decidedLately(actor, DECIDED_SHOWN), asked);
  }

  @Post(reviewsPaths.takeNext)
  @Access('review.decide', 'REVIEW_CLAIMED')
  async takeNext(@CurrentActor() actor: Actor, @Body() query: QueueQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const id = await this.claims.takeNext(actor, filterOf(query));
    request.session.notice = id === null ? { title: queueWords.title, text: queueWords.nothingNext } : { title: 'Success', text: queueWords.tookNext };
    response.redirect(303, id === null ? reviewsPaths.list : reviewsPaths.show(id));
  }
}
