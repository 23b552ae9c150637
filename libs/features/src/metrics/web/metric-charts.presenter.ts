import { figureInWords, unitInWords } from '#domain/judgements/figure-words.js';
import { comparePeriods, parsePeriod, type Period } from '#domain/observations/period.js';
import { type SeriesBreak } from '#domain/judgements/target-to-judge.js';
import { type FigureTable } from '#platform/charts/chart-figure.js';
import { type SeriesChart } from '#platform/charts/chart-shape.js';
import { linePieces } from '#platform/charts/line-pieces.js';
import { type Metric } from '../metric.entity.js';
import { metricPageWords as words } from '../metric-page.words.js';
import { spanInWords } from '../span-in-words.js';
import { whatItDoesNotMean } from '../what-it-does-not-mean.js';
import { type AreaCell } from './area-cells.queries.js';
import { legendOf, markOf } from './figure-marks.js';

/** Codes that stand for the United Kingdom or a part larger than a nation, the widest first. */
export const COUNTRY_CODES = ['K02000001', 'K99000002', 'K03000001', 'K04000001'];
export const NATION_CODES = ['E92000001', 'S92000003', 'W92000004', 'N92000002'];

/** A picture before it is drawn. */
export interface MetricChart {
  id: string;
  chart: SeriesChart;
  notes: string[];
  table: FigureTable;
}

/** One area's figures, oldest first; blanks are among them and are not drawn. */
export interface AreaLine {
  code: string;
  name: string;
  cells: readonly AreaCell[];
}

/** @returns one line an area that has a figure, in the order of the codes */
export function linesOf(cells: readonly AreaCell[], codes: readonly string[]): AreaLine[] {
  return codes.flatMap((code) => {
    const own = cells.filter(({ area }) => area.code === code).sort((a, b) => comparePeriods(a.period, b.period));
    return own.some(({ value }) => value !== null) ? [{ code, name: own[0]?.area.name ?? code, cells: own }] : [];
  });
}

/** The widest area with figures; a nation where no wider one has any. */
export function widestOf(cells: readonly AreaCell[]): AreaLine | undefined {
  return linesOf(cells, [...COUNTRY_CODES, ...NATION_CODES])[0];
}

/** The widest area by itself, and the nations side by side where there are at least two. */
export function metricCharts(metric: Metric, cells: readonly AreaCell[], breaks: readonly SeriesBreak[]): MetricChart[] {
  const widest = widestOf(cells);
  const nations = linesOf(cells, NATION_CODES);
  const isNation = widest !== undefined && NATION_CODES.includes(widest.code);
  return [
    ...(widest && !(isNation && nations.length > 1) ? [metricChart({ metric, id: 'country', where: widest.name, lines: [widest], breaks })] : []),
    ...(nations.length > 1 ? [metricChart({ metric, id: 'nations', where: words.nations, lines: nations, breaks })] : []),
  ];
}

export interface ChartParts {
  metric: Metric;
  id: string;
  /** Which area or areas, in the subtitle. */
  where: string;
  lines: readonly AreaLine[];
  breaks: readonly SeriesBreak[];
  /** Interval, mark and first figure of the first line, though there are others beside it. */
  firstInFull?: boolean;
}

export function metricChart({ metric, id, where, lines, breaks, firstInFull = lines.length === 1 }: ChartParts): MetricChart {
  const drawn = lines.flatMap(({ cells }) => cells);
  const periods = periodsOf(drawn.filter(({ value }) => value !== null));
  const subtitle = `${metric.name}, ${where}, ${spanInWords(periods[0], periods.at(-1))}`;
  const marks = breaks.flatMap(({ periodKey }) => parsePeriod(periodKey) ?? []);
  const chart: SeriesChart = {
    title: headlineOf(metric, lines),
    subtitle,
    yTitle: unitInWords(metric.unit),
    roundingUnit: metric.roundingUnit,
    series: lines.map(({ name, cells }) => ({ name, points: cells.flatMap(chartPoint) })),
    ...(marks.length > 0 ? { breaks: marks.map(({ start }) => ({ x: start, label: words.break })) } : {}),
  };
  const notes = [
    drawn.some(({ lower }) => lower !== null) ? words.band : words.noBand,
    ...(drawn.some(({ status, value }) => value !== null && status === 'p') ? [words.hollow] : []),
    ...(chart.series.some(({ points }) => linePieces(points).length > 1) ? [words.gap] : []),
    ...legendOf(drawn),
    whatItDoesNotMean(metric),
  ];
  return { id, chart, notes, table: tableOf(metric, lines, { periods: periodsOf(drawn), caption: subtitle, firstInFull }) };
}

function chartPoint({ period, value, lower, upper, status }: AreaCell): SeriesChart['series'][number]['points'][number][] {
  if (value === null) return [];
  const interval = lower !== null && upper !== null ? { lower, upper } : {};
  return [{ x: period.middle, label: period.label, value, ...interval, ...(status === 'p' ? { provisional: true } : {}) }];
}

/** "England 62%, Wales 58% in …": the latest of each. */
function headlineOf(metric: Metric, lines: readonly AreaLine[]): string {
  const latest = lines.flatMap(({ name, cells }) => {
    const last = cells.findLast(({ value }) => value !== null);
    return last?.value == null ? [] : [{ text: `${name} ${figureInWords(last.value, metric)}`, period: last.period.label }];
  });
  const same = new Set(latest.map(({ period }) => period)).size === 1;
  const texts = latest.map(({ text, period }) => (same ? text : `${text} (${period})`));
  return same ? `${texts.join(', ')} in ${latest[0]?.period ?? ''}` : texts.join(', ');
}

function tableOf(metric: Metric, lines: readonly AreaLine[], { periods, caption, firstInFull }: { periods: readonly Period[]; caption: string; firstInFull: boolean }): FigureTable {
  const [first, ...others] = lines;
  const full = firstInFull ? first?.cells ?? [] : [];
  const intervals = full.some(({ lower }) => lower !== null);
  const revised = full.some(({ revisedFrom }) => revisedFrom !== null);
  const words95 = [words.table.lower, words.table.upper];
  const head = [
    ...(first ? [lines.length === 1 ? words.table.figure : first.name] : []),
    ...(intervals ? words95 : []),
    ...(revised ? [words.table.first] : []),
    ...others.map(({ name }) => name),
  ];
  // limits of a figure in whole numbers are published finer than it
  const limit = (value: number | null | undefined): string => (value == null ? words.table.blank : figureInWords(value, metric, 1));
  const rows = periods.map(({ key, label }) => {
    const at = ({ cells }: AreaLine): AreaCell | undefined => cells.find(({ period }) => period.key === key);
    const own = first && at(first);
    const texts = [
      ...(first ? [cellText(metric, own)] : []),
      ...(intervals ? [limit(own?.lower), limit(own?.upper)] : []),
      ...(revised ? [own?.revisedFrom == null ? '' : figureInWords(own.revisedFrom, metric)] : []),
      ...others.map((line) => cellText(metric, at(line))),
    ];
    return { heading: label, cells: texts.map((text) => ({ text, numeric: true })) };
  });
  return { caption, head: [{ text: words.table.period, numeric: false }, ...head.map((text) => ({ text, numeric: true }))], rows };
}

/** "62% [p]"; a blank keeps its marker: "not published [x]". */
function cellText(metric: Metric, cell: AreaCell | undefined): string {
  if (!cell) return words.table.blank;
  return [cell.value === null ? words.table.blank : figureInWords(cell.value, metric), markOf(cell)].filter(Boolean).join(' ');
}

function periodsOf(cells: readonly AreaCell[]): Period[] {
  const periods = new Map(cells.map(({ period }) => [period.key, period] as const));
  return [...periods.values()].sort(comparePeriods);
}
