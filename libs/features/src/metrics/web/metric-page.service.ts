import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { seriesChartSvg } from '#platform/charts/series-chart.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { MetricsQueries } from '../metrics.queries.js';
import { COUNTRY_CODES, metricCharts, type MetricPage, metricPage, NATION_CODES } from './metric-page.presenter.js';

/** More cells than the countries and nations of any metric have. */
const MOST_CELLS = 5000;

/** Reads what the page of a metric shows and draws its charts. */
@Injectable()
export class MetricPageService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: MetricsQueries,
    private readonly observations: PublishedObservationsQueries,
  ) {}

  /** @throws ApplicationError where there is no such metric. */
  async page(slug: string): Promise<MetricPage & { figures: ChartFigure[] }> {
    const catalogue = await this.metrics.all();
    const metric = catalogue.find((each) => each.slug === slug);
    if (!metric) throw ApplicationError.notFound('That metric');
    const [cells, targets] = await Promise.all([
      this.observations.page({ metricId: metric.id, areaCodes: [...COUNTRY_CODES, ...NATION_CODES] }, undefined, MOST_CELLS),
      this.dataSource.getRepository(Target).find({
        where: { metricId: metric.id },
        relations: { mission: { framework: true } },
        order: { mission: { number: 'ASC' }, position: 'ASC' },
      }),
    ]);
    const nameOf = (of: string | null): string | undefined => catalogue.find((each) => each.slug === of)?.name;
    const related = { proxyFor: nameOf(metric.proxyFor), partOf: nameOf(metric.partOf) };
    const uses = targets.map(({ title, slug: target, mission }) => ({
      title,
      slug: target,
      mission: { slug: mission.slug, focusArea: mission.focusArea, framework: mission.framework.slug },
    }));
    const figures = await Promise.all(
      metricCharts(metric, cells).map(async ({ id, chart, notes, table }) => ({ id, title: chart.title, subtitle: chart.subtitle, svg: await seriesChartSvg(chart), notes, table })),
    );
    return { ...metricPage(metric, uses, related, figures.length > 0), figures };
  }

  /** The headline metrics of all missions. */
  async headlineSlugs(): Promise<Set<string>> {
    const missions = await this.dataSource.getRepository(Mission).find({ select: { id: true, headlineMetrics: true } });
    return new Set(missions.flatMap(({ headlineMetrics }) => headlineMetrics));
  }
}
