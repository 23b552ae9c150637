import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { BulkAcceptanceQueries } from '../bulk-acceptance.queries.js';
import { BulkAcceptanceService } from '../bulk-acceptance.service.js';
import { bulkWords } from '../review-queue.words.js';
import { reviewsPaths } from '../reviews.paths.js';
import { keepResults, keptResults } from './bulk-results.js';
import { bulkAcceptPage, type BulkAcceptPage, bulkCheckPage, bulkDonePage } from './bulk-reviews.presenter.js';
import { seenReviews, SeveralReviewsForm } from './list-reviews.form.js';

/** Like deliveries, accepted together: choose, see all of them with their checks, accept, see what became of each. */
@Controller()
export class BulkAcceptController {
  constructor(
    private readonly bulk: BulkAcceptanceService,
    private readonly queries: BulkAcceptanceQueries,
  ) {}

  @Get(reviewsPaths.bulkAccept)
  @Access('review.decide', 'none')
  @Render('reviews/web/views/bulk-accept.njk')
  async choose(@CurrentActor() actor: Actor, @Req() request: Request): Promise<BulkAcceptPage> {
    return bulkAcceptPage(await this.queries.held(actor), takeFormState(request, {}));
  }

  /** The ticks come in the address: nothing is done yet, and the page can be opened again. */
  @Get(reviewsPaths.bulkCheck)
  @Access('review.decide', 'none')
  async check(@CurrentActor() actor: Actor, @Query() query: SeveralReviewsForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const ticked = (await this.queries.held(actor)).filter(({ id }) => query.reviews.includes(id));
    const chosen = ticked.filter(({ blockers }) => blockers.length === 0);
    const alike = new Set(chosen.map(({ likeness }) => likeness)).size <= 1;
    if (chosen.length > 0 && alike) {
      response.render('reviews/web/views/bulk-check.njk', bulkCheckPage(ticked));
      return;
    }
    const reasons = alike ? await this.bulk.droppedOut(actor, query.reviews) : [bulkWords.accept.notAlike];
    const messages = reasons.length > 0 ? reasons : [bulkWords.accept.chooseSome];
    const failure = { reasons: messages.map((message) => ({ code: 'choose-alike', message, field: 'reviews' })), input: {} };
    request.session.formFailures = { ...request.session.formFailures, [reviewsPaths.bulkAccept]: failure };
    response.redirect(303, reviewsPaths.bulkAccept);
  }

  @Post(reviewsPaths.bulkCheck)
  @Access('review.decide', 'REVIEW_DECIDED')
  async accept(@CurrentActor() actor: Actor, @Body() form: SeveralReviewsForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    keepResults(request, 'accepted', await this.bulk.accept(actor, seenReviews(form)));
    response.redirect(303, reviewsPaths.bulkAccepted);
  }

  @Get(reviewsPaths.bulkAccepted)
  @Access('review.decide', 'none')
  done(@Req() request: Request, @Res() response: Response): void {
    const results = keptResults(request, 'accepted');
    if (results) response.render('reviews/web/views/bulk-done.njk', bulkDonePage('accepted', results));
    else response.redirect(303, reviewsPaths.bulkAccept);
  }
}
