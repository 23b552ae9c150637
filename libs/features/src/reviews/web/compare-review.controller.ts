import { Controller, Get, Param, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { compareReviewPage, type CompareReviewPage } from './compare-review.presenter.js';
import { ReviewIdPipe } from './review-id.pipe.js';

/** The delivery beside the one for the period before, section by section, word by word. */
@Controller()
export class CompareReviewController {
  constructor(private readonly queries: ReviewDetailQueries) {}

  @Get(reviewsPaths.compare(':id'))
  @Access('review.list', 'REVIEW_READ')
  @Render('reviews/web/views/compare.njk')
  async compare(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor): Promise<CompareReviewPage> {
    return compareReviewPage(await this.queries.deliveries(actor, id));
  }
}
