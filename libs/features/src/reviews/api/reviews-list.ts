import { Injectable } from '@nestjs/common';
import { type ListRequest, type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { PublicReviewsQueries } from '../public-reviews.queries.js';
import { ReviewResponse, reviewResponse } from './review.response.js';

@Injectable()
export class ReviewsList implements ListSource<ReviewResponse> {
  constructor(private readonly reviews: PublicReviewsQueries) {}

  async page({ after, limit, filters }: ListRequest): Promise<ReviewResponse[]> {
    return (await this.reviews.page(after as [string, number] | undefined, limit, filters)).map(reviewResponse);
  }
}

export const REVIEWS: OpenList = {
  path: 'reviews', tag: 'reviews', title: 'Reviews of returns and plans', noun: 'That review',
  description: 'The council’s work on a delivery: what waits, since when, and what was decided.',
  item: ReviewResponse, key: { return: 'text', version: 'id' }, id: null, source: ReviewsList,
  filters: [{ name: 'framework', kind: 'text', description: 'Slug of the framework', by: 'source' }, { name: 'mission', kind: 'text', by: 'source', description: 'Slug of the mission' }],
};
