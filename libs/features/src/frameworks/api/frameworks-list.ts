import { Injectable } from '@nestjs/common';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { FrameworksQueries } from '../frameworks.queries.js';
import { FrameworkResponse, frameworkResponse } from './framework.response.js';

@Injectable()
export class FrameworksList implements ListSource<FrameworkResponse> {
  constructor(private readonly frameworks: FrameworksQueries) {}

  async all(): Promise<FrameworkResponse[]> {
    return (await this.frameworks.all()).map(frameworkResponse);
  }
}

export const FRAMEWORKS: OpenList = {
  path: 'frameworks', tag: 'frameworks', title: 'Frameworks', noun: 'That framework',
  description: 'A set of missions that a government has set itself, with its days and who owes the report on it.',
  item: FrameworkResponse, key: { slug: 'text' }, id: 'slug', source: FrameworksList,
};
