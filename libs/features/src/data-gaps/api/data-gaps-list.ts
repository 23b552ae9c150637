import { Injectable } from '@nestjs/common';
import { DATA_GAP_KINDS } from '#domain/data-gaps/data-gap-kind.js';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { Clock } from '#platform/clock/clock.js';
import { dataGapLine, matchesFilter } from '../data-gap-line.js';
import { DataGapsQueries } from '../data-gaps.queries.js';
import { DataGapResponse, dataGapResponse } from './data-gap.response.js';

@Injectable()
export class DataGapsList implements ListSource<DataGapResponse> {
  constructor(
    private readonly gaps: DataGapsQueries,
    private readonly clock: Clock,
  ) {}

  async all(_: object, { framework, mission, kind, owner }: Readonly<Record<string, string>>): Promise<DataGapResponse[]> {
    const today = this.clock.today();
    const lines = (await this.gaps.all()).map((gap) => dataGapLine(gap, today));
    return lines.filter((line) => matchesFilter(line, { ...(framework ? { framework } : {}), ...(mission ? { mission } : {}), ...(kind ? { kind } : {}), ...(owner ? { owner } : {}) })).map(dataGapResponse);
  }
}

export const DATA_GAPS: OpenList = {
  path: 'data-gaps', tag: 'data gaps', title: 'Data gaps', noun: 'That data gap',
  description: 'What the figures lack, whose it is to mend, how and by when.',
  item: DataGapResponse, key: { reference: 'text' }, id: 'reference', source: DataGapsList,
  filters: [
    { name: 'framework', kind: 'text', by: 'source', description: 'Slug of the framework of a mission that needs the figures' },
    { name: 'mission', kind: 'text', by: 'source', description: 'Slugs of framework and mission', example: 'levelling-up-2022/health' },
    { name: 'kind', kind: Object.keys(DATA_GAP_KINDS), by: 'source', description: 'What is lacking' },
    { name: 'owner', kind: 'text', by: 'source', description: 'Slug of the organisation that has to close it' },
    { name: 'overdue', kind: 'flag', description: 'The date needed has passed and the gap is to be closed' },
  ],
};
