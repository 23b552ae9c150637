import { figureInWords } from '#domain/judgements/figure-words.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { plainSvg, svgText } from '#platform/charts/plain-svg.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, headerOf, SDMX } from '#platform/csv/csvw.js';
import { colourOf, mapSvg, shadeOf } from '../map-svg.js';
import { mapsPaths } from '../maps.paths.js';
import { mapsWords as words } from '../maps.words.js';
import { type MapOfMetric } from './metric-map.service.js';

export const MAP_TABLE: readonly CsvwColumn[] = [
  { name: 'area_code', description: 'Code of the place as it is drawn', datatype: 'string', required: true, propertyUrl: SDMX.area },
  { name: 'area_name', description: 'Name of the place', datatype: 'string', required: true },
  { name: 'period', description: 'The period in words', datatype: 'string', required: true },
  { name: 'unit', description: 'Unit of the figure', datatype: 'string', propertyUrl: SDMX.unit },
  { name: 'value', description: 'The figure; empty where none is published', datatype: 'number', propertyUrl: SDMX.value },
  { name: 'lower_95', description: 'Lower limit of the published 95% interval', datatype: 'number' },
  { name: 'upper_95', description: 'Upper limit of the published 95% interval', datatype: 'number' },
  { name: 'class', description: 'Shade on the map, 1 is the lowest; empty without a figure', datatype: 'integer' },
];

export const MAP_COLUMNS = headerOf(MAP_TABLE);

export function mapRows({ metric, map }: MapOfMetric): CsvCell[][] {
  return (map?.places ?? []).map(({ shape, point, shade }) => [shape.code, shape.name, map?.period.label ?? '', metric.unit, point?.value ?? null, point?.lower ?? null, point?.upper ?? null, shade < 0 ? null : shade + 1]);
}

/** The picture alone, for other pages; words where there is nothing to draw. */
export function pictureAlone(found: MapOfMetric): string {
  const nothing = found.boundaries ? words.nothing : words.noBoundaries;
  return pictureOf(found) ?? plainSvg({ width: 320, height: 40, title: words.title(found.metric.name), description: nothing, body: `<text x="4" y="24" font-family="Arial, sans-serif" font-size="14">${svgText(words.noMap)}</text>` });
}

function pictureOf({ metric, boundaries, map }: MapOfMetric): string | undefined {
  if (!boundaries || !map) return undefined;
  const without = map.places.filter(({ shade }) => shade < 0).length;
  return mapSvg(boundaries, map, {
    title: words.title(metric.name),
    description: words.picture(metric.name, map.period.label, map.places.length - without, without),
    figureOf: (value) => figureInWords(value, metric),
    noFigure: words.noFigure,
  });
}

export function mapPage(found: MapOfMetric): object {
  const { metric, boundaries, map } = found;
  const classes = (map?.classes ?? []).map(({ low, high, count }, index, { length }) => ({ shade: words.shade(index + 1, length), low: figureInWords(low, metric), high: figureInWords(high, metric), count, colour: colourOf(shadeOf(index, length)) }));
  const without = map?.places.filter(({ shade }) => shade < 0).length ?? 0;
  return {
    title: words.title(metric.name),
    breadcrumbs: [{ text: metric.name, href: metricsPaths.metric(metric.slug) }, { text: words.crumb }],
    words,
    nothing: !boundaries ? words.noBoundaries : map ? undefined : words.nothing,
    intro: map && words.intro(metric.name, map.period.label),
    better: words.better[metric.direction],
    svg: pictureOf(found),
    key: [
      ...classes.map(({ shade, low, high, count, colour }) => ({ colour, text: words.range(shade, low, high, count) })),
      ...(without > 0 ? [{ colour: colourOf(-1), text: words.noData(without) }] : []),
    ],
    notes: [words.caution, ...(map && map.offMap > 0 ? [words.offMap(map.offMap)] : []), ...(boundaries?.kind === 'tiles' ? [words.tiles] : [words.outlines])],
    rows: (map?.places ?? []).map(({ shape, point, shade }) => {
      const own = classes[shade];
      return { name: shape.name, code: shape.code, figure: point ? figureInWords(point.value, metric) : words.noFigure, shade: own ? words.shadeAndRange(own.shade, own.low, own.high) : words.hatched };
    }),
    links: [
      ...(map ? [{ href: mapsPaths.csv(metric.slug), text: words.csv }, { href: mapsPaths.metadata(metric.slug), text: words.metadata }] : []),
      { href: metricsPaths.metric(metric.slug), text: words.metric },
    ],
  };
}
