import { Injectable } from '@nestjs/common';
import { type ListRequest, type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { PublishedObservationsQueries } from '../published-observations.queries.js';
import { ImportResponse, importResponse } from './import.response.js';

@Injectable()
export class ImportsList implements ListSource<ImportResponse> {
  constructor(private readonly observations: PublishedObservationsQueries) {}

  async page({ after, limit }: ListRequest): Promise<ImportResponse[]> {
    return (await this.observations.releases(Number(after?.[0] ?? 0), limit)).map(importResponse);
  }
}

/** One upload by its id is a statistician's, and not here. */
export const IMPORTS: OpenList = {
  path: 'imports', tag: 'imports', title: 'Files of figures in the order of their loading', noun: 'That file',
  description: 'A file of figures as published, and what became of its rows.',
  item: ImportResponse, key: { release: 'id' }, id: null, source: ImportsList,
};
