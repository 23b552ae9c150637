import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { OBSERVATION_COLUMNS, observationRows } from '#features/observations/observations-csv.js';
import { PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { metricsPaths } from '../metrics.paths.js';
import { MetricsQueries } from '../metrics.queries.js';
import { MetricPageService } from './metric-page.service.js';
import { metricsListPage } from './metrics-list.presenter.js';

@Controller()
export class MetricsController {
  constructor(
    private readonly cache: PageCache,
    private readonly metrics: MetricsQueries,
    private readonly pages: MetricPageService,
    private readonly observations: PublishedObservationsQueries,
  ) {}

  @Get(metricsPaths.list)
  @Access('public.read', 'none')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, {
      view: 'metrics/web/views/list.njk',
      model: async () => metricsListPage(await this.metrics.all(), await this.pages.headlineSlugs()),
    });
  }

  @Get(metricsPaths.metric(':slug'))
  @Access('public.read', 'none')
  async show(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'metrics/web/views/metric.njk', model: () => this.pages.page(slug) });
  }

  @Get(metricsPaths.observationsCsv(':slug'))
  @Access('public.read', 'none')
  async download(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const metric = await this.metrics.bySlug(slug);
    if (!metric) throw ApplicationError.notFound('That metric');
    const rows = observationRows(metric, this.observations.batches({ metricId: metric.id }));
    await sendCsv(response, { name: `${metric.slug}.csv`, columns: OBSERVATION_COLUMNS }, rows);
  }
}
