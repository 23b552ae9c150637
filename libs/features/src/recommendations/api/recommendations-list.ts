import { Injectable } from '@nestjs/common';
import { RECOMMENDATION_SOURCES, RECOMMENDATION_STATES } from '#domain/recommendations/recommendation-status.js';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { Clock } from '#platform/clock/clock.js';
import { RecommendationsQueries } from '../recommendations.queries.js';
import { RecommendationResponse, recommendationResponse } from './recommendation.response.js';

@Injectable()
export class RecommendationsList implements ListSource<RecommendationResponse> {
  constructor(
    private readonly recommendations: RecommendationsQueries,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<RecommendationResponse[]> {
    const today = this.clock.today();
    return (await this.recommendations.all()).map((row) => recommendationResponse(row, today));
  }
}

export const RECOMMENDATIONS: OpenList = {
  path: 'recommendations', tag: 'recommendations', title: 'Recommendations', noun: 'That recommendation',
  description: 'What the council recommends, to whom, the answer and what became of it.',
  item: RecommendationResponse, key: { reference: 'text' }, id: 'reference', source: RecommendationsList,
  filters: [
    { name: 'state', kind: Object.keys(RECOMMENDATION_STATES), description: 'Where it stands' },
    { name: 'source', kind: Object.keys(RECOMMENDATION_SOURCES), description: 'What it comes from' },
    { name: 'addressee', kind: 'text', description: 'Slug of the department or body that is to answer' },
    { name: 'framework', kind: 'text', description: 'Slug of the framework' },
    { name: 'mission', kind: 'text', description: 'Slug of the mission' },
    { name: 'overdue', kind: 'flag', description: 'The answer, or what was promised, is late' },
  ],
};
