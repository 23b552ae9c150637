import { Injectable } from '@nestjs/common';
import { VISITOR } from '#domain/access/permissions.js';
import { type ListRequest, type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { ReleaseAccess } from '../release-access.service.js';
import { ReleasesQueries } from '../releases.queries.js';
import { releaseResponse, ReleaseResponse } from './release.response.js';

/** What is published of releases. Nobody, whoever they are, is told of one under embargo here. */
@Injectable()
export class ReleasesList implements ListSource<ReleaseResponse> {
  constructor(
    private readonly access: ReleaseAccess,
    private readonly releases: ReleasesQueries,
  ) {}

  async page({ after, limit }: ListRequest): Promise<ReleaseResponse[]> {
    const [at, id] = after ?? [];
    const found = await this.releases.list({ embargoed: false, limit, ...(at === undefined ? {} : { after: { knownAt: new Date(at), id: Number(id) } }) });
    return found.map(releaseResponse);
  }

  async one(id: string): Promise<ReleaseResponse> {
    const release = await this.access.find(VISITOR, id);
    return releaseResponse(await this.releases.summaryOf(release));
  }
}

export const RELEASES: OpenList = {
  path: 'releases', tag: 'releases', title: 'Releases of figures', noun: 'That release',
  description: 'A file of figures as published, the newest first, from its hour on.',
  item: ReleaseResponse, key: { knownAt: 'instant', release: 'id' }, id: 'release', idParam: 'id', source: ReleasesList,
};
