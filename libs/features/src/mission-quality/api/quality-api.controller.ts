import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { missionQualityPaths } from '../mission-quality.paths.js';
import { QUALITY_COLUMNS, qualityCells } from '../quality-csv.js';
import { type QualityLine, qualityLine } from '../quality-lines.js';
import { QualityReviewsQueries } from '../quality-reviews.queries.js';
import { QualityListResponse, qualityResponse } from './quality.response.js';

@ApiTags('missions')
@Controller('api/v1/frameworks')
export class QualityApiController {
  constructor(
    private readonly reviews: QualityReviewsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(':framework/quality')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'How well each mission of a framework is made, by the review that holds' })
  @ApiOkResponse({ type: QualityListResponse })
  @ApiErrors(404)
  async list(@Param('framework') framework: string): Promise<QualityListResponse> {
    return Object.assign(new QualityListResponse(), { items: (await this.lines(framework)).map(qualityResponse) });
  }

  @Get(':framework/quality.csv')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'The same as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'Comma-separated values with a header' })
  @ApiErrors(404)
  async download(@Param('framework') framework: string, @Res() response: Response): Promise<void> {
    const lines = await this.lines(framework);
    await sendCsv(response, { name: `${framework}-quality.csv`, columns: QUALITY_COLUMNS, describedBy: missionQualityPaths.csv(framework) }, oneBatch(lines.map(qualityCells)));
  }

  private async lines(framework: string): Promise<QualityLine[]> {
    const today = this.clock.today();
    const missions = await this.reviews.missions(today, framework);
    if (missions.length === 0) throw ApplicationError.notFound('That framework');
    return missions.map(({ mission, inForce }) => qualityLine(mission, inForce, today));
  }
}

async function* oneBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
