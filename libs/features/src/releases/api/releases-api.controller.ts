import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { VISITOR } from '#domain/access/permissions.js';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { ReleaseAccess } from '../release-access.service.js';
import { releasesPaths } from '../releases.paths.js';
import { ReleasesQueries } from '../releases.queries.js';
import { RevisionsQueries } from '../revisions.queries.js';
import { flippedResponse, ReleaseChangesResponse, releaseResponse, ReleasesResponse, revisionResponse } from './release.response.js';

/** What is published of releases. Nobody, whoever they are, is told of one under embargo here. */
@ApiTags('releases')
@Controller('api/v1/releases')
export class ReleasesApiController {
  constructor(
    private readonly access: ReleaseAccess,
    private readonly releases: ReleasesQueries,
    private readonly revisions: RevisionsQueries,
  ) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Published releases of figures, newest first' })
  @ApiOkResponse({ type: ReleasesResponse })
  @ApiErrors(422)
  async list(@Query() query: PageQuery): Promise<ReleasesResponse> {
    const [at, id] = keyOfCursor(query.cursor, ['instant', 'id']) ?? [];
    const after = at === undefined ? undefined : { knownAt: new Date(at), id: Number(id) };
    const found = await this.releases.list({ embargoed: false, limit: query.limit + 1, ...(after ? { after } : {}) });
    const { items, nextCursor } = pageOf(found, query.limit, ({ release, knownAt }) => [knownAt.toISOString(), release.id]);
    return Object.assign(new ReleasesResponse(), { nextCursor, items: items.map(releaseResponse) });
  }

  @Get(':id/changes')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'What a release changed: figures moved, added and withdrawn, and verdicts that changed because of it' })
  @ApiOkResponse({ type: ReleaseChangesResponse })
  @ApiErrors(404)
  async changes(@Param('id') id: string): Promise<ReleaseChangesResponse> {
    const release = await this.access.find(VISITOR, id);
    const [metrics, verdicts] = [await this.revisions.of(release.id), await this.revisions.flips(release.id)];
    return Object.assign(new ReleaseChangesResponse(), {
      release: release.id,
      metrics: metrics.map(revisionResponse),
      verdicts: verdicts.map(flippedResponse),
      figures: releasesPaths.changesCsv(release.id),
    });
  }
}
