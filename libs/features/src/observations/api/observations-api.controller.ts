import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, pageOf } from '#platform/api/page-query.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { CSVW_MEDIA_TYPE, csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { OBSERVATION_COLUMNS, observationRows, observationsFile } from '../observations-csv.js';
import { keyOf, type ObservationFilter, type ObservationKey, PublishedObservationsQueries } from '../published-observations.queries.js';
import { ObservationsQuery } from './observation.request.js';
import { observationResponse, ObservationsResponse } from './observation.response.js';

@ApiTags('observations')
@Controller('api/v1/metrics')
export class ObservationsApiController {
  constructor(
    private readonly metrics: MetricsQueries,
    private readonly observations: PublishedObservationsQueries,
    private readonly releases: ReleasesQueries,
  ) {}

  @Get(':slug/observations')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Figures of a metric, in pages' })
  @ApiOkResponse({ type: ObservationsResponse })
  @ApiErrors(404, 422)
  async list(@Param('slug') slug: string, @Query() query: ObservationsQuery): Promise<ObservationsResponse> {
    const metric = await this.metricOf(slug);
    const after = keyOfCursor(query.cursor, ['id', 'date', 'months']) as ObservationKey | undefined;
    const found = await this.observations.page(filterOf(metric, query), after, query.limit + 1);
    const { items, nextCursor } = pageOf(found, query.limit, keyOf);
    return Object.assign(new ObservationsResponse(), { metric: slug, unit: metric.unit, nextCursor, items: items.map(observationResponse) });
  }

  @Get(':slug/observations.csv')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Figures of a metric as one CSV file' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiErrors(404, 422)
  async download(@Param('slug') slug: string, @Query() query: ObservationsQuery, @Res() response: Response): Promise<void> {
    const metric = await this.metricOf(slug);
    const filter = filterOf(metric, query);
    // the metadata speak of the whole file, at the address without a question
    const whole = Object.keys(filter).length === 1 ? { describedBy: csvPathOf(slug) } : {};
    await sendCsv(response, { name: `${slug}.csv`, columns: OBSERVATION_COLUMNS, ...whole }, observationRows(metric, this.observations.batches(filter)));
  }

  @Get(csvwPath(':slug/observations.csv'))
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'What the columns of the CSV file hold (CSVW)' })
  @ApiProduces(CSVW_MEDIA_TYPE)
  @ApiOkResponse({ content: { [CSVW_MEDIA_TYPE]: { schema: { type: 'object', additionalProperties: true } } } })
  @ApiErrors(404)
  async describe(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const metric = await this.metricOf(slug);
    sendCsvw(response, observationsFile({ url: csvPathOf(slug), title: metric.name, metric, releases: await this.releases.ofMetric(metric.id) }));
  }

  private async metricOf(slug: string): Promise<Metric> {
    const metric = await this.metrics.bySlug(slug);
    if (!metric) throw ApplicationError.notFound('That metric');
    return metric;
  }
}

function csvPathOf(slug: string): string {
  return `/api/v1/metrics/${slug}/observations.csv`;
}

function filterOf({ id }: Metric, { area, from, to, release }: ObservationsQuery): ObservationFilter {
  return {
    metricId: id,
    ...(area ? { areaCodes: area.split(',').map((code) => code.trim()) } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(release === undefined ? {} : { releaseId: release }),
  };
}
