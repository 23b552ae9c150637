import { Injectable } from '@nestjs/common';
import { type SeriesBreak } from '#domain/judgements/target-to-judge.js';
import { mapOnPage } from '#features/maps/maps.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { linkToToday } from '#features/past-days/past-banner.presenter.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { SeriesBreaksQueries } from '#features/releases/series-breaks.queries.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { seriesChartSvg } from '#platform/charts/series-chart.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Metric } from '../metric.entity.js';
import { metricPageWords as words } from '../metric-page.words.js';
import { metricsPaths } from '../metrics.paths.js';
import { MetricStandingQueries } from '../metric-standing.queries.js';
import { MetricsQueries } from '../metrics.queries.js';
import { AreaCellsQueries } from './area-cells.queries.js';
import { COUNTRY_CODES, type MetricChart, metricCharts, NATION_CODES, widestOf } from './metric-charts.presenter.js';
import { type MetricHead, metricHead, type RelatedMetrics } from './metric-page.presenter.js';
import { MetricPageQueries } from './metric-page.queries.js';
import { type GapsBlock, gapsBlock, type PurposeBlock, purposeBlock } from './metric-purpose.presenter.js';
import { metricReleases, type ReleasesBlock } from './metric-releases.presenter.js';
import { type MetricTarget } from './metric-target.presenter.js';
import { MetricTargetsService } from './metric-targets.service.js';

/** Slug of the price index that tells money of the day from real terms, as the judging takes it. */
const DEFLATOR = 'gdp-deflator';

const COUNCILS = new Set(['lower-tier', 'upper-tier', 'unitary']);

export interface MetricPage extends MetricHead {
  words: typeof words;
  contents: { href: string; text: string }[];
  figures: ChartFigure[];
  /** Only where councils have figures. */
  map: ReturnType<typeof mapOnPage> | undefined;
  /** Undefined where no framework uses it. */
  today: { href: string; text: string } | undefined;
  targets: { empty: string | undefined; sections: MetricTarget[]; denominators: { href: string; text: string }[] };
  why: PurposeBlock;
  gaps: GapsBlock;
  releases: ReleasesBlock;
}

/** Reads what the page of a metric shows, in under fifteen statements, and draws its charts. */
@Injectable()
export class MetricPageService {
  constructor(
    private readonly metrics: MetricsQueries,
    private readonly queries: MetricPageQueries,
    private readonly standings: MetricStandingQueries,
    private readonly cells: AreaCellsQueries,
    private readonly targets: MetricTargetsService,
    private readonly releases: ReleasesQueries,
    private readonly breaks: SeriesBreaksQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError where there is no such metric. */
  async page(slug: string): Promise<MetricPage> {
    const catalogue = await this.metrics.all();
    const metric = catalogue.find((each) => each.slug === slug);
    if (!metric) throw ApplicationError.notFound('That metric');
    const [cells, areas, targets, releases, warnings, breaks, related, { measured, gaps }] = await Promise.all([
      this.cells.ofAreas(metric.id, [...COUNTRY_CODES, ...NATION_CODES]),
      this.standings.areasOf(metric.id),
      this.queries.targets(metric),
      this.releases.ofMetric(metric.id),
      this.releases.openWarnings(metric.id),
      this.breaksOf(metric),
      this.relatedOf(metric, catalogue),
      this.queries.purposeOf(metric),
    ]);
    const own = targets.filter(({ metricId }) => metricId === metric.id);
    const [figures, sections, undated] = await Promise.all([
      Promise.all(metricCharts(metric, cells, breaks).map(drawn)),
      this.targets.sections(own, { metric, catalogue, releases, breaks }),
      this.queries.undated(releases),
    ]);
    const since = targets.map(({ mission }) => mission.framework.publishedOn).sort()[0];
    const denominators = targets.filter(({ metricId }) => metricId !== metric.id);
    return {
      ...metricHead({ metric, related, breaks, widest: widestOf(cells), areas, today: this.clock.today() }),
      words,
      map: areas.some(({ level }) => COUNCILS.has(level)) ? mapOnPage(metric) : undefined,
      today: since === undefined ? undefined : linkToToday(metricsPaths.metric(slug), this.clock.today()),
      contents: Object.entries(words.sections).flatMap(([id, text]) => (areas.length === 0 && ['latest', 'areas'].includes(id) ? [] : [{ href: `#${id}`, text }])),
      figures,
      targets: {
        empty: targets.length === 0 ? words.targets.empty : undefined,
        sections,
        denominators: denominators.map(({ title, slug: target, mission }) => ({
          href: missionsPaths.target(mission.framework.slug, mission.slug, target),
          text: `${mission.focusArea}: ${title}`,
        })),
      },
      why: purposeBlock(measured),
      gaps: gapsBlock(gaps),
      releases: metricReleases(metric, { releases, openWarnings: warnings, undated }),
    };
  }

  /** Breaks of the catalogue, then those that statisticians have recorded. */
  async breaksOf(metric: Metric): Promise<SeriesBreak[]> {
    const recorded = await this.breaks.of([metric.id]);
    return [...metric.seriesBreaks.map(({ from, what }) => ({ periodKey: from, what })), ...(recorded.get(metric.id) ?? [])];
  }

  private async relatedOf(metric: Metric, catalogue: readonly Metric[]): Promise<RelatedMetrics> {
    const nameOf = (slug: string | null): string | undefined => catalogue.find((each) => each.slug === slug)?.name;
    const index = metric.basis === 'nominal' ? catalogue.find(({ slug }) => slug === DEFLATOR) : undefined;
    return {
      proxyFor: nameOf(metric.proxyFor),
      partOf: nameOf(metric.partOf),
      deflator: index !== undefined && (await this.releases.ofMetric(index.id)).length > 0,
    };
  }
}

export async function drawn({ id, chart, notes, table }: MetricChart): Promise<ChartFigure> {
  return { id, title: chart.title, subtitle: chart.subtitle, svg: await seriesChartSvg(chart), notes, table };
}
