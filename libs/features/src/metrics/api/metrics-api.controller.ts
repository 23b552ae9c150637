import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { MetricsQueries } from '../metrics.queries.js';
import { metricResponse, MetricsResponse } from './metric.response.js';

@ApiTags('metrics')
@Controller('api/v1/metrics')
export class MetricsApiController {
  constructor(private readonly metrics: MetricsQueries) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'The catalogue of metrics, by slug' })
  @ApiOkResponse({ type: MetricsResponse })
  async list(): Promise<MetricsResponse> {
    return Object.assign(new MetricsResponse(), { items: (await this.metrics.all()).map(metricResponse) });
  }
}
