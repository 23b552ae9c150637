import { Injectable } from '@nestjs/common';
import { dateInWords, figureInWords } from '#domain/judgements/figure-words.js';
import { type Area } from '#features/areas/area.entity.js';
import { placesPaths } from '#features/places/places.paths.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { ageInWords } from '../age-in-words.js';
import { type Metric } from '../metric.entity.js';
import { metricPageWords } from '../metric-page.words.js';
import { metricsPaths } from '../metrics.paths.js';
import { MetricStandingQueries } from '../metric-standing.queries.js';
import { MetricsQueries } from '../metrics.queries.js';
import { metricsWords } from '../metrics.words.js';
import { AreaCellsQueries } from './area-cells.queries.js';
import { type AreaLine, COUNTRY_CODES, linesOf, metricChart, NATION_CODES, widestOf } from './metric-charts.presenter.js';
import { areaForm, type AreaForm } from './metric-page.presenter.js';
import { drawn, MetricPageService } from './metric-page.service.js';
import { MetricPageQueries } from './metric-page.queries.js';
import { type Fact } from './metric-target.presenter.js';

const words = metricPageWords.areas;

/** One area's series of a metric, beside the widest area's. */
export interface MetricAreaPage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  facts: Fact[];
  figure: ChartFigure | undefined;
  noFigures: string | undefined;
  caveat: { label: string; text: string } | undefined;
  files: { href: string; text: string }[];
  areaForm: AreaForm | undefined;
  /** To everything of this place, and to all of the metric. */
  more: { href: string; text: string }[];
}

@Injectable()
export class MetricAreaService {
  constructor(
    private readonly metrics: MetricsQueries,
    private readonly queries: MetricPageQueries,
    private readonly standings: MetricStandingQueries,
    private readonly cells: AreaCellsQueries,
    private readonly pages: MetricPageService,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError where there is no such metric or area */
  async page(slug: string, code: string): Promise<MetricAreaPage> {
    const [metric, area] = await Promise.all([this.metrics.bySlug(slug), this.queries.area(code)]);
    if (!metric) throw ApplicationError.notFound('That metric');
    if (!area) throw ApplicationError.notFound('That area');
    const [cells, areas, breaks] = await Promise.all([
      this.cells.ofAreas(metric.id, [...COUNTRY_CODES, ...NATION_CODES, code]),
      this.standings.areasOf(metric.id),
      this.pages.breaksOf(metric),
    ]);
    const own = linesOf(cells, [code])[0];
    const widest = widestOf(cells);
    const beside = widest && widest.code !== code ? [widest] : [];
    const where = beside[0] ? words.where(area.name, beside[0].name) : area.name;
    const csv = metricsPaths.observationsCsv(slug);
    return {
      title: words.title(metric.name, area.name),
      breadcrumbs: [
        { text: metricPageWords.list.title, href: metricsPaths.list },
        { text: metric.name, href: metricsPaths.metric(slug) },
        { text: area.name },
      ],
      facts: [
        ...latestOf(own, metric, this.clock.today()),
        ...factsOf(area),
      ],
      figure: own ? await drawn(metricChart({ metric, id: 'area', where, lines: [own, ...beside], breaks, firstInFull: true })) : undefined,
      noFigures: own ? undefined : words.noFigures(area.name),
      caveat: metric.caveat ? { label: metricPageWords.caveat, text: metric.caveat } : undefined,
      files: [
        { href: csv, text: metricPageWords.csv },
        { href: csvwPath(csv), text: metricPageWords.csvw },
      ],
      areaForm: areas.length > 0 ? areaForm(slug, areas, code) : undefined,
      more: [
        { href: placesPaths.place(code), text: words.place(area.name) },
        { href: metricsPaths.metric(slug), text: words.back(metric.name) },
      ],
    };
  }
}

/** "£642.5. The latest figure is for 2025; it ended 7 months ago." */
function latestOf(own: AreaLine | undefined, metric: Metric, today: string): Fact[] {
  const { sections, latest: words } = metricPageWords;
  const last = own?.cells.findLast(({ value }) => value !== null);
  if (last?.value == null) return [];
  const sentences = [`${figureInWords(last.value, metric)}.`, words.figure(ageInWords(last.period, today)), ...(last.status === 'p' ? [words.provisional] : [])];
  return [{ key: sections.latest, text: sentences.join(' ') }];
}

/** A dead code says when it ended and what came after it. */
function factsOf({ code, level, country, validTo, successors }: Area): Fact[] {
  const ended = validTo ? [words.ended(dateInWords(validTo)), ...(successors.length > 0 ? [words.successors(successors.join(', '))] : [])] : [];
  return [
    { key: words.code, text: [code, ...ended].join('. ').replaceAll('..', '.') },
    { key: words.level, text: metricsWords.levels[level] ?? level },
    ...(country ? [{ key: words.country, text: country }] : []),
  ];
}
