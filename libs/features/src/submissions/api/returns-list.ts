import { Injectable } from '@nestjs/common';
import { type ListRequest, type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PublicReturnsQueries } from '../public-returns.queries.js';
import { ReturnResponse, returnResponse } from './return.response.js';

@Injectable()
export class ReturnsList implements ListSource<ReturnResponse> {
  constructor(
    private readonly returns: PublicReturnsQueries,
    private readonly clock: Clock,
  ) {}

  async page({ after, limit, filters }: ListRequest): Promise<ReturnResponse[]> {
    const found = await this.returns.page({ ...(after ? { after: String(after[0]) } : {}), limit, today: this.clock.today(), of: filters });
    return found.map(returnResponse);
  }

  async one(reference: string): Promise<ReturnResponse> {
    const found = await this.returns.byReference(reference, this.clock.today());
    if (!found) throw ApplicationError.notFound('That return');
    return returnResponse(found);
  }
}

export const RETURNS: OpenList = {
  path: 'returns', tag: 'returns', title: 'Evidence returns and delivery plans', noun: 'That return',
  description: 'What departments owe the council and what is overdue, and the words of those that are published. Drafts are not shown.',
  item: ReturnResponse, key: { reference: 'text' }, id: 'reference', source: ReturnsList,
  filters: [
    { name: 'framework', kind: 'text', by: 'source', description: 'Slug of the framework' }, { name: 'mission', kind: 'text', by: 'source', description: 'Slug of the mission' },
    { name: 'department', kind: 'text', by: 'source', description: 'Slug of the department' }, { name: 'kind', kind: ['evidence-return', 'delivery-plan'], by: 'source', description: 'Return or plan' },
  ],
};
