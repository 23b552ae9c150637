import { Controller, Get, Param, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { type CsvCell, sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, headerOf, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { cataloguePageWords as words } from '../catalogue-page.words.js';
import { MetricsQueries } from '../metrics.queries.js';
import { MetricStandingQueries } from '../metric-standing.queries.js';
import { metricsPaths } from '../metrics.paths.js';
import { CATALOGUE_TABLE, catalogueRow } from './catalogue-csv.js';
import { MetricPageQueries } from './metric-page.queries.js';
import { catalogueMetricPage, type CatalogueMetricPage, cataloguePage, type CataloguePage } from './catalogue.presenter.js';

/** The catalogue as statisticians keep it: what each metric means, and what there is of it. */
@Controller()
export class CatalogueController {
  constructor(
    private readonly metrics: MetricsQueries,
    private readonly standings: MetricStandingQueries,
    private readonly releases: ReleasesQueries,
    private readonly pages: MetricPageQueries,
    private readonly clock: Clock,
  ) {}

  @Get(metricsPaths.catalogue)
  @Access('observation.import', 'none')
  @Render('metrics/web/views/catalogue.njk')
  async list(): Promise<CataloguePage> {
    return cataloguePage(await this.metrics.all(), await this.standings.all(), this.clock.today());
  }

  @Get(metricsPaths.catalogueCsv)
  @Access('observation.import', 'none')
  async download(@Res() response: Response): Promise<void> {
    const [metrics, standingOf, today] = [await this.metrics.all(), await this.standings.all(), this.clock.today()];
    const rows = metrics.map((metric) => catalogueRow(metric, standingOf(metric.id), today));
    await sendCsv(response, { name: 'waymark-catalogue.csv', columns: headerOf(CATALOGUE_TABLE), describedBy: metricsPaths.catalogueCsv }, inOneBatch(rows));
  }

  @Get(csvwPath(metricsPaths.catalogueCsv))
  @Access('observation.import', 'none')
  describe(@Res() response: Response): void {
    sendCsvw(response, {
      url: metricsPaths.catalogueCsv,
      title: words.title,
      description: words.intro,
      licence: 'Open Government Licence v3.0',
      publisher: 'Waymark',
      modified: this.clock.now().toISOString(),
      columns: CATALOGUE_TABLE,
      primaryKey: ['slug'],
    });
  }

  @Get(metricsPaths.catalogueMetric(':slug'))
  @Access('observation.import', 'none')
  @Render('metrics/web/views/catalogue-metric.njk')
  async show(@Param('slug') slug: string): Promise<CatalogueMetricPage> {
    const metric = await this.metrics.bySlug(slug);
    if (!metric) throw ApplicationError.notFound('That metric');
    const [standing, releases] = [await this.standings.of(metric.id), await this.releases.ofMetric(metric.id)];
    const undated = await this.pages.undated(releases);
    return catalogueMetricPage({ metric, standing, releases, undated, today: this.clock.today() });
  }
}

async function* inOneBatch(rows: CsvCell[][]): AsyncGenerator<CsvCell[][]> {
  yield rows;
}
