import { Injectable } from '@nestjs/common';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { Clock } from '#platform/clock/clock.js';
import { interimReviewLine } from '../interim-review-line.js';
import { InterimReviewsQueries } from '../interim-reviews.queries.js';
import { InterimReviewResponse, interimReviewResponse } from './interim-review.response.js';

@Injectable()
export class InterimReviewsList implements ListSource<InterimReviewResponse> {
  constructor(
    private readonly reviews: InterimReviewsQueries,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<InterimReviewResponse[]> {
    const now = this.clock.now();
    return (await this.reviews.all()).map((review) => interimReviewResponse(interimReviewLine(review, now)));
  }
}

export const INTERIM_REVIEWS: OpenList = {
  path: 'interim-reviews', tag: 'missions', title: 'Interim reviews', noun: 'That interim review',
  description: 'Which interim targets were met or missed, and what the council recommends.',
  item: InterimReviewResponse, key: { reference: 'text' }, id: 'reference', source: InterimReviewsList,
  filters: [
    { name: 'framework', kind: 'text', description: 'Slug of the framework' },
    { name: 'mission', kind: 'text', description: 'Slug of the mission' },
    { name: 'state', kind: ['waiting', 'figures-in', 'closed'], description: 'Where it stands' },
  ],
};
