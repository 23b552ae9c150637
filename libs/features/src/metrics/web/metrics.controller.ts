import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { metricsPaths } from '../metrics.paths.js';
import { MetricsQueries } from '../metrics.queries.js';
import { MetricStandingQueries } from '../metric-standing.queries.js';
import { MetricAreaService } from './metric-area.service.js';
import { MetricPageQueries } from './metric-page.queries.js';
import { MetricPageService } from './metric-page.service.js';
import { PastMetricService } from './past-metric.service.js';
import { metricsListPage } from './metrics-list.presenter.js';

/** The public pages. Each is kept by its path alone, so an area has an address of its own. */
@Controller()
export class MetricsController {
  constructor(
    private readonly cache: PageCache,
    private readonly metrics: MetricsQueries,
    private readonly standings: MetricStandingQueries,
    private readonly queries: MetricPageQueries,
    private readonly pages: MetricPageService,
    private readonly areas: MetricAreaService,
    private readonly pastPages: PastMetricService,
    private readonly clock: Clock,
  ) {}

  @Get(metricsPaths.list)
  @Access('public.read', 'none')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, {
      view: 'metrics/web/views/list.njk',
      model: async () => {
        const [metrics, headline, standingOf] = await Promise.all([this.metrics.all(), this.queries.headlineSlugs(), this.standings.all()]);
        return metricsListPage(metrics, { headline, standingOf, today: this.clock.today() });
      },
    });
  }

  @Get(metricsPaths.metric(':slug'))
  @Access('public.read', 'none')
  async show(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'metrics/web/views/metric.njk', model: () => this.pages.page(slug) });
  }

  @Get(pastDaysPaths.page(metricsPaths.metric(':slug'), ':day'))
  @Access('public.read', 'none')
  async past(@Param('slug') slug: string, @Param('day') day: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'metrics/web/views/past-metric.njk', model: () => this.pastPages.page(slug, day) });
  }

  /** Where the form of areas leads: a question is answered by an address. */
  @Get(metricsPaths.areas(':slug'))
  @Access('public.read', 'none')
  choose(@Param('slug') slug: string, @Query('area') area: unknown, @Res() response: Response): void {
    const code = typeof area === 'string' ? area.trim().toUpperCase() : '';
    const [metric, place] = [encodeURIComponent(slug), encodeURIComponent(code)];
    response.redirect(303, code === '' ? metricsPaths.metric(metric) : metricsPaths.area(metric, place));
  }

  @Get(metricsPaths.area(':slug', ':code'))
  @Access('public.read', 'none')
  async area(@Param('slug') slug: string, @Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'metrics/web/views/area.njk', model: () => this.areas.page(slug, code) });
  }
}
