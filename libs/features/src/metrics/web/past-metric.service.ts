import { Injectable } from '@nestjs/common';
import { ChangingPagesQueries } from '#features/past-days/changing-pages.queries.js';
import { EnteredRecordsQueries } from '#features/past-days/entered-records.queries.js';
import { type PastBanner, pastBanner } from '#features/past-days/past-banner.presenter.js';
import { type PastDay, pastDayOf, requireSince } from '#features/past-days/past-day.js';
import { pastDaysWords } from '#features/past-days/past-days.words.js';
import { type ReleaseOfMetric, ReleasesQueries } from '#features/releases/releases.queries.js';
import { SeriesBreaksQueries } from '#features/releases/series-breaks.queries.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { type Metric } from '../metric.entity.js';
import { metricPageWords as words } from '../metric-page.words.js';
import { metricsPaths } from '../metrics.paths.js';
import { MetricStandingQueries } from '../metric-standing.queries.js';
import { AreaCellsQueries } from './area-cells.queries.js';
import { COUNTRY_CODES, metricCharts, NATION_CODES, widestOf } from './metric-charts.presenter.js';
import { filesOf, type MetricHead, metricHead } from './metric-page.presenter.js';
import { MetricPageQueries } from './metric-page.queries.js';
import { drawn } from './metric-page.service.js';
import { metricReleases, type ReleasesBlock } from './metric-releases.presenter.js';

export interface PastMetricPage extends Omit<MetricHead, 'areaForm'> {
  heading: string;
  words: typeof words;
  past: PastBanner;
  figures: ChartFigure[];
  releases: ReleasesBlock;
}

/** A metric as everybody could read of it at the end of a day: by the releases that were public then. */
@Injectable()
export class PastMetricService {
  constructor(
    private readonly pages: ChangingPagesQueries,
    private readonly records: EnteredRecordsQueries,
    private readonly queries: MetricPageQueries,
    private readonly standings: MetricStandingQueries,
    private readonly cells: AreaCellsQueries,
    private readonly releases: ReleasesQueries,
    private readonly breaks: SeriesBreaksQueries,
    private readonly clock: Clock,
  ) {}

  /** @param text the day as the address has it @throws ApplicationError 404 for an unknown one, and for a day before the first framework that uses it */
  async page(slug: string, text: string): Promise<PastMetricPage> {
    const { metric, day, since } = await this.metricOn(slug, text);
    const { id } = metric;
    const [cells, areas, releases, recorded] = await Promise.all([
      this.cells.ofAreas(id, [...COUNTRY_CODES, ...NATION_CODES], day.until),
      this.standings.areasOf(id, day.until),
      this.releases.ofMetric(id, day.until),
      this.breaks.of([id], undefined, day.until),
    ]);
    const breaks = [...metric.seriesBreaks.map(({ from, what }) => ({ periodKey: from, what })), ...(recorded.get(id) ?? [])];
    const { files: _today, areaForm: _areaForm, ...head } = metricHead({ metric, related: { deflator: false }, breaks, widest: widestOf(cells), areas, today: day.on });
    return {
      ...head,
      title: pastDaysWords.title(metric.name, longDate(day.on)),
      heading: metric.name,
      words,
      files: filesOf(metricsPaths.pastObservationsCsv(slug, day.on)),
      past: pastBanner(day, { page: metricsPaths.metric(slug), since, today: this.clock.today() }),
      figures: await Promise.all(metricCharts(metric, cells, breaks).map(drawn)),
      releases: metricReleases(metric, { releases, openWarnings: 0, undated: await this.queries.undated(releases) }),
    };
  }

  /** The metric and its figures as they stood, for a file. @throws ApplicationError as for the page */
  async file(slug: string, text: string): Promise<{ metric: Metric; day: PastDay; releases: ReleaseOfMetric[] }> {
    const { metric, day } = await this.metricOn(slug, text);
    return { metric, day, releases: await this.releases.ofMetric(metric.id, day.until) };
  }

  private async metricOn(slug: string, text: string): Promise<{ metric: Metric; day: PastDay; since: string }> {
    const day = pastDayOf(text, this.clock);
    const { metrics: [id = 0] = [], since } = await this.pages.metric(slug);
    requireSince(day, since);
    const metric = (await this.records.metrics([id], day)).get(id);
    if (!metric) throw ApplicationError.notFound('That metric');
    return { metric, day, since };
  }
}
