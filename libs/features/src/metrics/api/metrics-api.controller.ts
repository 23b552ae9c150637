import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { MetricsQueries } from '../metrics.queries.js';
import { MetricStandingQueries } from '../metric-standing.queries.js';
import { MetricDetailResponse, metricDetailResponse, metricResponse, MetricsResponse } from './metric.response.js';

@ApiTags('metrics')
@Controller('api/v1/metrics')
export class MetricsApiController {
  constructor(
    private readonly metrics: MetricsQueries,
    private readonly standings: MetricStandingQueries,
    private readonly releases: ReleasesQueries,
  ) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'The catalogue of metrics, by slug' })
  @ApiOkResponse({ type: MetricsResponse })
  async list(): Promise<MetricsResponse> {
    return Object.assign(new MetricsResponse(), { items: (await this.metrics.all()).map(metricResponse) });
  }

  @Get(':slug')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'A metric: what it means, its newest figures and its releases with what each changed' })
  @ApiOkResponse({ type: MetricDetailResponse })
  @ApiErrors(404)
  async show(@Param('slug') slug: string): Promise<MetricDetailResponse> {
    const metric = await this.metrics.bySlug(slug);
    if (!metric) throw ApplicationError.notFound('That metric');
    const [standing, releases] = await Promise.all([this.standings.of(metric.id), this.releases.ofMetric(metric.id)]);
    return metricDetailResponse(metric, standing, releases);
  }
}
