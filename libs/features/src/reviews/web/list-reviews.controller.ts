import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { reviewsPaths } from '../reviews.paths.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { listReviewsPage, type ListReviewsPage } from './list-reviews.presenter.js';

/** How many decisions the list shows. */
const DECIDED_SHOWN = 10;

@Controller()
export class ListReviewsController {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(reviewsPaths.list)
  @Access('review.list', 'none')
  @Render('reviews/web/views/list.njk')
  async list(@CurrentActor() actor: Actor): Promise<ListReviewsPage> {
    return listReviewsPage(actor, this.clock.today(), await this.reviews.queue(actor), await this.reviews.decidedLately(actor, DECIDED_SHOWN));
  }
}
