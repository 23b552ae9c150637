import { applyDecorators, Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { parsePeriod } from '#domain/observations/period.js';
import { Access } from '#features/access/route-access.decorator.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { attributionOf } from '#platform/api/attribution.response.js';
import { answerJson } from '#platform/api/open-answer.js';
import { keyOfCursor, pageOf } from '#platform/api/page-query.js';
import { limitOf, strictQuery } from '#platform/api/strict-query.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { CSVW_MEDIA_TYPE, csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { OBSERVATION_COLUMNS, observationRows, observationsFile } from '../observations-csv.js';
import { keyOf, type ObservationFilter, type ObservationKey, PublishedObservationsQueries } from '../published-observations.queries.js';
import { describeFilters, describePaging, OBSERVATION_FILTERS, PAGING } from './observation.request.js';
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
  @applyDecorators(...describePaging, ...describeFilters)
  @ApiOkResponse({ type: ObservationsResponse })
  @ApiErrors(400, 404)
  async list(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { limit: asked, cursor, ...query } = strictQuery(request.query, { ...PAGING, ...OBSERVATION_FILTERS });
    const limit = limitOf(asked);
    const after = keyOfCursor(cursor, ['id', 'date', 'months']) as ObservationKey | undefined;
    const metric = await this.metricOf(slug);
    const found = await this.observations.page(filterOf(metric, query), after, limit + 1);
    const { items, nextCursor } = pageOf(found, limit, keyOf);
    const next = nextCursor === null ? null : `${request.path}?${new URLSearchParams({ ...query, limit: String(limit), cursor: nextCursor }).toString()}`;
    const attribution = attributionOf([metric.source.publisher], metric.source.licence);
    await answerJson(request, response, Object.assign(new ObservationsResponse(), { attribution, metric: slug, unit: metric.unit, items: items.map(observationResponse), nextCursor, next }));
  }

  @Get(':slug/observations.csv')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Figures of a metric as one CSV file' })
  @applyDecorators(...describeFilters)
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiErrors(400, 404)
  async download(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const query = strictQuery(request.query, OBSERVATION_FILTERS);
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
  @ApiErrors(400, 404)
  async describe(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    strictQuery(request.query, {});
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

/** @param query as checked @throws ApplicationError 400 for a period that is none */
function filterOf({ id }: Metric, { area, from, to, period, release }: Record<string, string>): ObservationFilter {
  const one = period === undefined ? undefined : parsePeriod(period);
  if (period !== undefined && !one) throw ApplicationError.badRequest('bad-parameter', 'period must be a first day and a length, like 2018-09-01/P1Y, or a day alone', 'period');
  return {
    metricId: id,
    ...(area ? { areaCodes: area.split(',').map((code) => code.trim()) } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(one ? { from: one.start, to: one.start, months: one.months } : {}),
    ...(release === undefined ? {} : { releaseId: Number(release) }),
  };
}
