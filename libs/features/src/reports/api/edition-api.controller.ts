import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { OPEN_CACHING } from '#platform/api/open-answer.js';
import { strictQuery } from '#platform/api/strict-query.js';
import { ReportsQueries } from '../reports.queries.js';

/** The document of an edition: the very bytes that its checksum is over, with licence and attribution within. */
@ApiTags('reports')
@Controller('api/v1/reports')
export class EditionApiController {
  constructor(private readonly reports: ReportsQueries) {}

  @Get(':reference/editions/:number')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'An edition of a report: its canonical JSON, as frozen' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } } })
  @ApiErrors(400, 404)
  async show(@Param('reference') reference: string, @Param('number') number: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    strictQuery(request.query, {});
    const { edition } = await this.reports.edition(reference, number);
    response.set({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': OPEN_CACHING, ETag: `"${edition.checksum}"` });
    response.send(Buffer.from(edition.body));
  }
}
