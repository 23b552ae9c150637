import { unfairnessOf } from '#domain/benchmarks/fair-model.js';
import { NEIGHBOURS_ASKED } from '#domain/benchmarks/neighbour-mean.js';
import { isLocalAuthority } from '#domain/areas/area-kind.js';
import { figureInWords } from '#domain/judgements/figure-words.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { placesPaths } from '#features/places/places.paths.js';
import { benchmarksPaths } from '../benchmarks.paths.js';
import { benchmarksWords as words } from '../benchmarks.words.js';
import { type BenchmarkInPeriod, type PlaceAmongOthers } from '../place-benchmarks.service.js';
import { meanText, medianText, rankText, spreadText } from './benchmark-texts.js';

/** Text with smaller lines under it. */
interface Cell {
  text: string;
  notes: string[];
}

export interface BenchmarksListPage {
  title: string;
  caption: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  /** How places were found alike; or why there are none. */
  model: string[];
  nothing: string | undefined;
  headings: string[];
  rows: { metric: { text: string; href: string }; cells: (Cell & { label: string })[] }[];
  notes: string[];
  licence: string | undefined;
}

/** @param latest by the metric's id; metrics without one are left out */
export function benchmarksListPage(place: PlaceAmongOthers, metrics: readonly Metric[], latest: ReadonlyMap<number, BenchmarkInPeriod>): BenchmarksListPage {
  const { area, published } = place;
  const found = metrics.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')).flatMap((metric) => {
    const each = latest.get(metric.id);
    return each ? [{ metric, each }] : [];
  });
  const council = isLocalAuthority(area.code);
  return {
    title: words.title(`${area.name} (${area.code})`),
    caption: area.name,
    breadcrumbs: [{ text: area.name, href: placesPaths.place(area.code) }, { text: words.crumb }],
    words,
    model: council ? modelTexts(place) : [],
    nothing: !council ? words.notAnAuthority : found.length === 0 ? words.noFigures : undefined,
    headings: Object.values(words.columns),
    rows: found.map(({ metric, each }) => ({ metric: { text: metric.name, href: benchmarksPaths.metric(area.code, metric.slug) }, cells: cellsOf(place, metric, each) })),
    notes: [words.rank.meaning, ...(found.some(({ each }) => each.roundingOnly) ? [words.rank.roundingOnly] : [])],
    licence: published && words.neighbours.licence(published.source, published.licence),
  };
}

/** The model that is used, and why the others are not. */
export function modelTexts({ published }: PlaceAmongOthers): string[] {
  if (!published) return [words.noNeighbours];
  const unfair = (['global', 'economic'] as const).flatMap((model) => unfairnessOf(model) ?? []).map((reason) => words.unfair[reason]);
  return [words.model(published.edition), unfair.join(' ')];
}

function cellsOf({ neighbours, authorities }: PlaceAmongOthers, metric: Metric, { period, benchmark, roundingOnly: _ }: BenchmarkInPeriod): BenchmarksListPage['rows'][number]['cells'] {
  const { own, nearest, neighbours: mean, english, rank } = benchmark;
  const nearestName = authorities.get(neighbours[0] ?? '')?.name ?? '';
  const asked = Math.min(NEIGHBOURS_ASKED, neighbours.length);
  const cells: Cell[] = [
    { text: figureInWords(own.value, metric), notes: [period.label] },
    { text: nearest ? figureInWords(nearest.value, metric) : words.noFigure, notes: nearestName === '' ? [] : [nearestName] },
    mean ? { text: meanText(mean, metric), notes: [words.ofTen(mean.withFigure, mean.asked)] } : { text: words.noneOfTen(asked), notes: [] },
    english ? { text: medianText(english, metric), notes: [words.authorities(english.count), spreadText(english, metric)] } : { text: words.noFigure, notes: [] },
    { text: rankText(rank), notes: [] },
  ];
  const labels = Object.values(words.columns).slice(1);
  return cells.map((cell, index) => ({ ...cell, label: labels[index] ?? '' }));
}
