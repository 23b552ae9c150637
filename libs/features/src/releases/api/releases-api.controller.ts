import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { VISITOR } from '#domain/access/permissions.js';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { answerJson } from '#platform/api/open-answer.js';
import { strictQuery } from '#platform/api/strict-query.js';
import { ReleaseAccess } from '../release-access.service.js';
import { releasesPaths } from '../releases.paths.js';
import { RevisionsQueries } from '../revisions.queries.js';
import { flippedResponse, ReleaseChangesResponse, revisionResponse } from './release.response.js';

@ApiTags('releases')
@Controller('api/v1/releases')
export class ReleasesApiController {
  constructor(
    private readonly access: ReleaseAccess,
    private readonly revisions: RevisionsQueries,
  ) {}

  @Get(':id/changes')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'What a release changed: figures moved, added and withdrawn, and verdicts that changed because of it' })
  @ApiOkResponse({ type: ReleaseChangesResponse })
  @ApiErrors(400, 404)
  async changes(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    strictQuery(request.query, {});
    const release = await this.access.find(VISITOR, id);
    const [metrics, verdicts] = [await this.revisions.of(release.id), await this.revisions.flips(release.id)];
    const body = Object.assign(new ReleaseChangesResponse(), {
      release: release.id,
      metrics: metrics.map(revisionResponse),
      verdicts: verdicts.map(flippedResponse),
      figures: releasesPaths.changesCsv(release.id),
    });
    await answerJson(request, response, body);
  }
}
