import { capitalised } from '#domain/judgements/figure-words.js';
import { type NamedMethod } from '#domain/judgements/target-to-judge.js';
import { monthsSince } from '#domain/observations/months-since.js';
import { MONTHS } from '#domain/observations/period-label.js';
import { missionsWords } from '#features/missions/missions.words.js';
import { type ReleaseOfMetric } from '#features/releases/releases.queries.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { cataloguePageWords as words } from '../catalogue-page.words.js';
import { type Metric } from '../metric.entity.js';
import { type MetricStanding } from '../metric-standing.queries.js';
import { metricsPaths } from '../metrics.paths.js';
import { metricsWords } from '../metrics.words.js';
import { metricReleases, type ReleasesBlock } from './metric-releases.presenter.js';
import { type Fact } from './metric-target.presenter.js';

/** Finished texts of a metric, in the order of the columns after the first. */
interface CatalogueLine {
  name: string;
  slug: string;
  href: string;
  cells: { text: string; numeric: boolean }[];
}

export interface CataloguePage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  summary: string;
  columns: { text: string; numeric: boolean }[];
  rows: CatalogueLine[];
  files: { href: string; text: string }[];
}

export interface CatalogueMetricPage {
  title: string;
  heading: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  publicHref: string;
  standing: Fact[];
  about: Fact[];
  releases: ReleasesBlock;
}

const HUB = { text: words.hub, href: '/statistics' };

export function cataloguePage(metrics: readonly Metric[], standingOf: (metricId: number) => MetricStanding, today: string): CataloguePage {
  const standings = metrics.map(({ id }) => standingOf(id));
  const without = standings.filter(({ latest }) => latest === null).length;
  const warned = standings.filter(({ openWarnings }) => openWarnings > 0).length;
  return {
    title: words.title,
    breadcrumbs: [HUB, { text: words.title }],
    words,
    summary: words.summary(metrics.length, without, warned),
    columns: COLUMNS.map((text) => ({ text, numeric: NUMERIC.has(text) })),
    rows: metrics.map((metric) => ({
      name: metric.name,
      slug: metric.slug,
      href: metricsPaths.catalogueMetric(metric.slug),
      cells: lineOf(metric, standingOf(metric.id), today),
    })),
    files: [
      { href: metricsPaths.catalogueCsv, text: words.csv },
      { href: csvwPath(metricsPaths.catalogueCsv), text: words.csvw },
    ],
  };
}

/** In the table; the entry of a metric has everything. */
const COLUMNS = (['name', 'months', 'warnings', 'latest', 'levels', 'releases', 'unit', 'direction', 'year'] as const).map((column) => words.columns[column]);

const NUMERIC = new Set([words.columns.months, words.columns.releases, words.columns.warnings]);

function lineOf(metric: Metric, { latest, levels, releases, openWarnings }: MetricStanding, today: string): CatalogueLine['cells'] {
  const text = (line: string): CatalogueLine['cells'][number] => ({ text: line, numeric: false });
  const number = (count: number | undefined): CatalogueLine['cells'][number] => ({ text: count?.toLocaleString('en-GB') ?? '', numeric: true });
  return [
    number(latest ? monthsSince(latest.end, today) : undefined),
    number(openWarnings),
    text(latest?.label ?? words.blank),
    text(levelsInWords(levels)),
    number(releases),
    text(metric.unit || words.blank),
    text(metricsWords.direction[metric.direction]),
    text(metricsWords.year[metric.yearKind]),
  ];
}

export function catalogueMetricPage(parts: { metric: Metric; standing: MetricStanding; releases: readonly ReleaseOfMetric[]; undated: ReadonlySet<number>; today: string }): CatalogueMetricPage {
  const { metric, standing, releases, undated, today } = parts;
  const { columns } = words;
  const { latest, levels, openWarnings } = standing;
  return {
    title: words.show.title(metric.name),
    heading: metric.name,
    breadcrumbs: [HUB, { text: words.back, href: metricsPaths.catalogue }, { text: metric.name }],
    words,
    publicHref: metricsPaths.metric(metric.slug),
    standing: [
      { key: columns.latest, text: latest?.label ?? words.blank },
      ...(latest ? [{ key: columns.months, text: String(monthsSince(latest.end, today)) }] : []),
      { key: columns.releases, text: String(standing.releases) },
      { key: columns.levels, text: levelsInWords(levels) },
      { key: columns.warnings, text: openWarnings.toLocaleString('en-GB') },
    ],
    about: aboutOf(metric),
    releases: metricReleases(metric, { releases, openWarnings, undated }),
  };
}

function aboutOf(metric: Metric): Fact[] {
  const { keys, yes, no } = words.show;
  const { columns } = words;
  const { source, countBehind, placeControl, placeControlNote } = metric;
  const facts: Fact[] = [
    { key: keys.slug, text: metric.slug },
    { key: keys.indicators, text: metric.indicators.join('; ') || words.show.noIndicators },
    { key: columns.unit, text: metric.unit || words.blank },
    { key: keys.measure, text: metric.measure },
    { key: columns.direction, text: metricsWords.direction[metric.direction] },
    { key: keys.decimals, text: String(metric.decimals) },
    { key: keys.rounding, text: String(metric.roundingUnit) },
    { key: keys.geography, text: words.geographies[metric.geography] ?? metric.geography },
    { key: keys.money, text: metricsWords.basis[metric.basis] },
    { key: keys.place, text: metricsWords.place[metric.place] },
    { key: columns.year, text: metricsWords.year[metric.yearKind] },
    { key: keys.snapshot, text: metric.snapshotMonth ? (MONTHS[metric.snapshotMonth - 1] ?? '') : '' },
    { key: columns.combines, text: words.combines[metric.combines ?? 'neither'] },
    { key: keys.control, text: [placeControl ? metricsWords.control[placeControl] : '', placeControlNote ?? ''].filter(Boolean).join('. ') },
    { key: columns.method, text: methodOf(metric) },
    { key: columns.accreditation, text: metricsWords.accreditation[metric.accreditation ?? 'unknown'] },
    { key: keys.breaks, text: metric.seriesBreaks.map(({ from, what }) => words.show.break(from, what)).join('; ') },
    { key: keys.countBehind, text: countBehind ? words.show.count(capitalised(countBehind.kind), countBehind.n.toLocaleString('en-GB'), countBehind.area) : '' },
    { key: keys.proxyFor, text: metric.proxyFor ?? '' },
    { key: keys.proxyNote, text: metric.proxyNote ?? '' },
    { key: keys.partOf, text: metric.partOf ?? '' },
    { key: keys.exploratory, text: metric.exploratory ? yes : no },
    { key: keys.source, text: `${source.publisher}, ${source.title}`, ...(source.url ? { href: source.url } : {}) },
    { key: keys.licence, text: source.licence },
    { key: keys.caveat, text: metric.caveat ?? '' },
  ];
  return facts.filter(({ text }) => text !== '');
}

function levelsInWords(levels: MetricStanding['levels']): string {
  return levels.map(({ level, areas }) => words.levelCount(metricsWords.levels[level] ?? level, areas)).join('; ') || words.blank;
}

function methodOf({ method }: Metric): string {
  return capitalised(missionsWords.methods[(method ?? 'interim-path') as NamedMethod]);
}
