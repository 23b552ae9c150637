import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { QueueClaimsService } from '../queue-claims.service.js';
import { queueWords } from '../review-queue.words.js';
import { reviewsPaths } from '../reviews.paths.js';
import { keepResults, keptResults } from './bulk-results.js';
import { bulkDonePage } from './bulk-reviews.presenter.js';
import { seenReviews, SeveralReviewsForm } from './list-reviews.form.js';

/** Several claims from the queue at once. */
@Controller()
export class BulkClaimController {
  constructor(private readonly claims: QueueClaimsService) {}

  @Post(reviewsPaths.bulkClaim)
  @Access('review.decide', 'REVIEW_CLAIMED')
  async claim(@CurrentActor() actor: Actor, @Body() form: SeveralReviewsForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const seen = seenReviews(form);
    if (seen.length === 0) throw ApplicationError.invalid([{ code: 'none-selected', message: queueWords.chooseSome, field: 'reviews' }]);
    const results = await this.claims.claim(actor, seen);
    if (results.every(({ done }) => done !== null)) {
      request.session.notice = { title: 'Success', text: queueWords.claimed(results.length) };
      response.redirect(303, reviewsPaths.list);
      return;
    }
    keepResults(request, 'claimed', results);
    response.redirect(303, reviewsPaths.bulkClaimed);
  }

  @Get(reviewsPaths.bulkClaimed)
  @Access('review.decide', 'none')
  done(@Req() request: Request, @Res() response: Response): void {
    const results = keptResults(request, 'claimed');
    if (results) response.render('reviews/web/views/bulk-done.njk', bulkDonePage('claimed', results));
    else response.redirect(303, reviewsPaths.list);
  }
}
