import { kindOfArea } from '#domain/areas/area-kind.js';
import { type Benchmark } from '#domain/benchmarks/benchmark.js';
import { NEIGHBOURS_ASKED } from '#domain/benchmarks/neighbour-mean.js';
import { figureInWords } from '#domain/judgements/figure-words.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { type PlaceReply } from '#features/places/place-reply.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { dateInWords } from '#domain/judgements/figure-words.js';
import { type ChartFigure, type FigureTable } from '#platform/charts/chart-figure.js';
import { dotPlotSvg, type PlottedDot } from '#platform/charts/dot-plot.js';
import { rankChartSvg } from '#platform/charts/rank-chart.js';
import { benchmarksPaths } from '../benchmarks.paths.js';
import { benchmarksWords as words } from '../benchmarks.words.js';
import { type BenchmarkInPeriod, type PlaceAmongOthers } from '../place-benchmarks.service.js';
import { intervalText, meanText, medianText, rankText, spreadText } from './benchmark-texts.js';
import { modelTexts } from './benchmarks-list.presenter.js';

const Z_95 = 1.96;

interface Line extends PlottedDot {
  uncertain: string;
}

export interface BenchmarkPageFacts {
  place: PlaceAmongOthers;
  metric: Metric;
  /** Oldest first. */
  periods: readonly BenchmarkInPeriod[];
  replies: readonly PlaceReply[];
  deprivation: { text: string; href: string | undefined };
}

/** A finished page of one metric at one place. */
export function benchmarkPage({ place, metric, periods, replies, deprivation }: BenchmarkPageFacts): object {
  const { area, published } = place;
  const latest = periods.at(-1);
  const standing = replies.filter((reply) => reply.metric === null || reply.metric.slug === metric.slug);
  return {
    title: words.metricTitle(metric.name, `${area.name} (${area.code})`),
    breadcrumbs: [{ text: area.name, href: placesPaths.place(area.code) }, { text: words.crumb, href: benchmarksPaths.place(area.code) }, { text: metric.name }],
    words,
    model: modelTexts(place),
    nothing: latest ? undefined : words.noFiguresOfMetric,
    rank: latest && `${words.latest(latest.period.label)}: ${rankText(latest.benchmark.rank)}.`,
    notes: [words.rank.meaning, ...(periods.some(({ roundingOnly }) => roundingOnly) ? [words.rank.roundingOnly] : [])],
    figures: latest ? [dotFigure(place, metric, latest), ...rankFigures(place, metric, periods)] : [],
    neighbours: latest && published ? neighbourRows(place, metric, latest) : [],
    licence: published && words.neighbours.licence(published.source, published.licence),
    context: [
      { key: words.context.control, text: metric.placeControl === null ? words.context.unsaid : (words.context.levels[metric.placeControl] ?? '') },
      ...(metric.placeControlNote === null ? [] : [{ key: words.context.note, text: metric.placeControlNote }]),
      { key: words.context.deprivation, ...deprivation },
    ],
    replies: standing.map(({ words: text, organisationName, publishedAt }) => ({ words: text ?? '', by: words.reply.by(organisationName, dateInWords(londonDate(publishedAt))) })),
    files: latest ? [{ href: benchmarksPaths.figuresCsv(area.code, metric.slug), text: words.csv }, { href: benchmarksPaths.figuresMetadata(area.code, metric.slug), text: words.metadata }] : [],
    links: [{ href: metricsPaths.metric(metric.slug), text: metric.name }, { href: placesPaths.place(area.code), text: words.place }],
  };
}

function dotFigure(place: PlaceAmongOthers, metric: Metric, latest: BenchmarkInPeriod): ChartFigure {
  const lines = linesOf(place, metric, latest);
  const subtitle = `${metric.name}, ${latest.period.label}`;
  const title = words.dots.title(place.area.name);
  return { id: 'figures', title, subtitle, svg: dotPlotSvg({ title, subtitle, dots: lines }), notes: [], table: tableOf(`${words.dots.caption}: ${subtitle}`, words.dots.head, lines.map(({ label, text, uncertain }) => [label, text, uncertain])) };
}

function linesOf({ area, authorities, neighbours }: PlaceAmongOthers, metric: Metric, { benchmark, figures }: BenchmarkInPeriod): Line[] {
  const own = figures.get(area.code);
  const near = figures.get(neighbours[0] ?? '');
  const line = (label: string, point: { value: number; lower?: number; upper?: number } | undefined, isOwn = false): Line[] =>
    point ? [{ label, value: point.value, text: figureInWords(point.value, metric), ...limits(point), own: isOwn, uncertain: intervalText(point, metric) ?? '' }] : [];
  return [
    ...line(words.dots.own(area.name), own, true),
    ...line(words.dots.nearest(authorities.get(neighbours[0] ?? '')?.name ?? ''), near),
    ...meanLine(benchmark, metric),
    ...medianLine(words.dots.english, benchmark.english, metric),
    ...medianLine(words.dots.ofClass(kindOfArea(area.code).toLowerCase()), benchmark.ofClass, metric),
  ];
}

function meanLine({ neighbours: mean }: Benchmark, metric: Metric): Line[] {
  if (!mean) return [];
  const point = { value: mean.mean, lower: mean.mean - Z_95 * mean.se, upper: mean.mean + Z_95 * mean.se };
  return [{ label: words.dots.mean(mean.withFigure, mean.asked), ...point, text: meanText(mean, metric), uncertain: intervalText(point, metric) ?? '' }];
}

function medianLine(label: string, spread: Benchmark['english'], metric: Metric): Line[] {
  return spread ? [{ label, value: spread.median, text: medianText(spread, metric), uncertain: `${words.authorities(spread.count)}; ${spreadText(spread, metric)}` }] : [];
}

function rankFigures({ area }: PlaceAmongOthers, metric: Metric, periods: readonly BenchmarkInPeriod[]): ChartFigure[] {
  const ranked = periods.flatMap(({ period, benchmark: { rank } }) => (rank ? [{ period, rank }] : []));
  if (ranked.length === 0) return [];
  const subtitle = words.overTime.subtitle(metric.name, area.name);
  const points = ranked.map(({ period, rank }) => ({ ...rank, label: period.end.slice(0, period.months === 0 || period.months < 12 ? 7 : 4) }));
  const table = tableOf(`${words.overTime.caption}: ${metric.name}, ${area.name}`, words.overTime.head, ranked.map(({ period, rank }) => [period.label, rankText(rank), words.overTime.withFigure(rank.of)]));
  return [{ id: 'rank', title: words.overTime.title, subtitle, svg: rankChartSvg({ title: words.overTime.title, subtitle, points }), notes: [words.overTime.one], table }];
}

function neighbourRows({ neighbours, authorities }: PlaceAmongOthers, metric: Metric, { figures }: BenchmarkInPeriod): { place: { text: string; href: string }; figure: string }[] {
  return neighbours.slice(0, NEIGHBOURS_ASKED).map((code) => {
    const point = figures.get(code);
    return { place: { text: `${authorities.get(code)?.name ?? code} (${code})`, href: placesPaths.place(code) }, figure: point ? figureInWords(point.value, metric) : words.noFigure };
  });
}

function limits({ lower, upper }: { lower?: number; upper?: number }): { lower?: number; upper?: number } {
  return lower === undefined || upper === undefined ? {} : { lower, upper };
}

function tableOf(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): FigureTable {
  return { caption, head: head.map((text) => ({ text, numeric: false })), rows: rows.map(([heading = '', ...cells]) => ({ heading, cells: cells.map((text) => ({ text, numeric: false })) })) };
}
