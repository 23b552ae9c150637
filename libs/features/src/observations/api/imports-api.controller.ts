import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { PublishedObservationsQueries } from '../published-observations.queries.js';
import { importResponse, ImportsResponse } from './import.response.js';

@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsApiController {
  constructor(private readonly observations: PublishedObservationsQueries) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Releases of figures in the order of their loading' })
  @ApiOkResponse({ type: ImportsResponse })
  @ApiErrors(422)
  async list(@Query() query: PageQuery): Promise<ImportsResponse> {
    const [after] = keyOfCursor(query.cursor, ['id']) ?? [];
    const found = await this.observations.releases(Number(after ?? 0), query.limit + 1);
    const { items, nextCursor } = pageOf(found, query.limit, ({ id }) => [id]);
    return Object.assign(new ImportsResponse(), { nextCursor, items: items.map(importResponse) });
  }
}
