import { figureInWords, unitInWords } from '#domain/judgements/figure-words.js';
import { comparePeriods, type Period } from '#domain/observations/period.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type PublishedObservation } from '#features/observations/published-observations.queries.js';
import { type FigureTable } from '#platform/charts/chart-figure.js';
import { type SeriesChart } from '#platform/charts/chart-shape.js';
import { type Metric } from '../metric.entity.js';
import { metricsPaths } from '../metrics.paths.js';
import { spanInWords } from '../span-in-words.js';
import { metricsWords } from '../metrics.words.js';

const words = metricsWords.show;

/** Codes that stand for the United Kingdom or a part larger than a nation, the widest first. */
export const COUNTRY_CODES = ['K02000001', 'K99000002', 'K03000001', 'K04000001'];
export const NATION_CODES = ['E92000001', 'S92000003', 'W92000004', 'N92000002'];

/** A target that the metric decides or informs. */
export interface TargetUse {
  title: string;
  slug: string;
  mission: { slug: string; focusArea: string; framework: string };
}

export interface MetricPage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  remarks: string[];
  caveat: { label: string; text: string } | undefined;
  facts: { key: string; text: string; href?: string }[];
  noFigures: string | undefined;
  csv: { href: string; text: string };
  targets: { heading: string; empty: string | undefined; list: { href: string; text: string }[] };
}

/** A picture before it is drawn. */
export interface MetricChart {
  id: string;
  chart: SeriesChart;
  notes: string[];
  table: FigureTable;
}

export function metricPage(metric: Metric, uses: readonly TargetUse[], related: { proxyFor?: string; partOf?: string }, hasFigures: boolean): MetricPage {
  const { source } = metric;
  const facts: { key: string; text: string; href?: string }[] = [
    { key: 'Unit', text: metric.unit },
    { key: 'Direction', text: metricsWords.direction[metric.direction] },
    { key: 'Money', text: metricsWords.basis[metric.basis] },
    { key: 'Place', text: metricsWords.place[metric.place] },
    { key: 'Source', text: `${source.publisher}, ${source.title}`, ...(source.url ? { href: source.url } : {}) },
    { key: 'Licence', text: source.licence },
  ];
  return {
    title: metric.name,
    breadcrumbs: [{ text: metricsWords.list.title, href: metricsPaths.list }, { text: metric.name }],
    remarks: [
      ...(related.partOf ? [words.part(related.partOf)] : []),
      ...(related.proxyFor ? [`${words.proxy(related.proxyFor)} ${metric.proxyNote ?? ''}`.trim()] : []),
      ...(metric.exploratory ? [words.exploratory] : []),
    ],
    caveat: metric.caveat ? { label: words.caveat, text: metric.caveat } : undefined,
    facts: facts.filter(({ text }) => text !== ''),
    noFigures: hasFigures ? undefined : words.noFigures,
    csv: { href: metricsPaths.observationsCsv(metric.slug), text: words.csv },
    targets: {
      heading: words.targets,
      empty: uses.length === 0 ? words.noTargets : undefined,
      list: uses.map(({ title, slug, mission }) => ({
        href: missionsPaths.target(mission.framework, mission.slug, slug),
        text: `${mission.focusArea}: ${title}`,
      })),
    },
  };
}

/** The widest area by itself, and the nations side by side where there are at least two. */
export function metricCharts(metric: Metric, cells: readonly PublishedObservation[]): MetricChart[] {
  const series = (codes: readonly string[]): Series[] =>
    codes.flatMap((code) => {
      const points = cells.filter((cell) => cell.area.code === code && cell.value !== null).sort((a, b) => comparePeriods(a.period, b.period));
      return points[0] ? [{ name: points[0].area.name, points }] : [];
    });
  const widest = series(COUNTRY_CODES).slice(0, 1);
  const nations = series(NATION_CODES);
  const alone = widest.length === 0 && nations.length === 1 ? nations : widest;
  return [
    ...(alone[0] ? [metricChart(metric, 'country', alone[0].name, alone)] : []),
    ...(nations.length > 1 ? [metricChart(metric, 'nations', words.nations, nations)] : []),
  ];
}

interface Series {
  name: string;
  points: PublishedObservation[];
}

function metricChart(metric: Metric, id: string, where: string, series: readonly Series[]): MetricChart {
  const periods = periodsOf(series);
  const subtitle = `${metric.name}, ${where}, ${spanInWords(periods[0], periods.at(-1))}`;
  const chart: SeriesChart = {
    title: headlineOf(metric, series),
    subtitle,
    yTitle: unitInWords(metric.unit),
    series: series.map(({ name, points }) => ({ name, points: points.map(chartPoint) })),
  };
  const intervals = series.some(({ points }) => points.some(({ lower }) => lower !== null));
  return { id, chart, notes: [intervals ? words.band : words.noBand], table: tableOf(metric, series, periods, subtitle) };
}

function chartPoint({ period, value, lower, upper }: PublishedObservation): SeriesChart['series'][number]['points'][number] {
  return { x: period.middle, label: period.label, value: value ?? 0, ...(lower !== null && upper !== null ? { lower, upper } : {}) };
}

/** "England 62%, Wales 58% in …": the latest of each. */
function headlineOf(metric: Metric, series: readonly Series[]): string {
  const latest = series.flatMap(({ name, points }) => {
    const last = points.at(-1);
    return last?.value == null ? [] : [{ text: `${name} ${figureInWords(last.value, metric)}`, period: last.period.label }];
  });
  const same = new Set(latest.map(({ period }) => period)).size === 1;
  const texts = latest.map(({ text, period }) => (same ? text : `${text} (${period})`));
  return same ? `${texts.join(', ')} in ${latest[0]?.period ?? ''}` : texts.join(', ');
}

function tableOf(metric: Metric, series: readonly Series[], periods: readonly Period[], caption: string): FigureTable {
  return {
    caption,
    head: [{ text: 'Period', numeric: false }, ...series.map(({ name }) => ({ text: name, numeric: true }))],
    rows: periods.map(({ key, label }) => ({
      heading: label,
      cells: series.map(({ points }) => ({ text: cellText(metric, points.find(({ period }) => period.key === key)), numeric: true })),
    })),
  };
}

function cellText(metric: Metric, cell: PublishedObservation | undefined): string {
  return cell?.value == null ? 'not published' : figureInWords(cell.value, metric);
}

function periodsOf(series: readonly Series[]): Period[] {
  const periods = new Map(series.flatMap(({ points }) => points.map(({ period }) => [period.key, period] as const)));
  return [...periods.values()].sort(comparePeriods);
}
