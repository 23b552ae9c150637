import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable, headerOf, SDMX } from '#platform/csv/csvw.js';
import { type PublishedObservation } from './published-observations.queries.js';

/** What a row says of the metric. */
export interface MetricOfRow {
  slug: string;
  unit: string;
}

/** Tidy: one figure a row; the value numeric or empty, the marker in a column of its own. */
export const OBSERVATION_TABLE: readonly CsvwColumn[] = [
  { name: 'metric', description: 'Slug of the metric in Waymark’s catalogue', datatype: 'string', required: true },
  { name: 'unit', description: 'Unit of the figure as its producer writes it; empty for an index or a share without one', datatype: 'string', propertyUrl: SDMX.unit },
  { name: 'area_code', description: 'Code of the area by the Government Statistical Service, or of the International Territorial Levels', datatype: 'string', required: true, propertyUrl: SDMX.area },
  { name: 'area_name', description: 'Name of the area; several areas can share one', datatype: 'string', required: true },
  { name: 'area_level', description: 'Level of the area in Waymark’s register', datatype: 'string', required: true },
  { name: 'period_start', description: 'First day of the period; the day itself for a snapshot', datatype: 'date', required: true, propertyUrl: SDMX.period },
  { name: 'period_end', description: 'Last day of the period', datatype: 'date', required: true },
  { name: 'period', description: 'The period in words', datatype: 'string', required: true },
  { name: 'value', description: 'The figure; empty where its producer left it blank, and then the marker says why', datatype: 'number', propertyUrl: SDMX.value },
  { name: 'lower_95', description: 'Lower limit of the published 95% interval', datatype: 'number' },
  { name: 'upper_95', description: 'Upper limit of the published 95% interval', datatype: 'number' },
  { name: 'marker', description: 'The producer’s marker: [x] not available, [c] confidential, [u] low reliability, [p] provisional, [r] revised', datatype: 'string', propertyUrl: SDMX.status },
  { name: 'note', description: 'The producer’s note on the figure', datatype: 'string' },
  { name: 'release', description: 'Number of the release in Waymark that the figure came with', datatype: 'integer', required: true },
  { name: 'publisher', description: 'Who published the release', datatype: 'string', required: true },
  { name: 'published_on', description: 'Day of publication, where it is known', datatype: 'date' },
];

export const OBSERVATION_COLUMNS = headerOf(OBSERVATION_TABLE);

/**
 * A file of observations for its CSVW metadata: of each cell it has the newest figure.
 * @param releases of the metric, newest first
 */
export function observationsFile(file: {
  url: string;
  title: string;
  metric: { source: { publisher: string; licence: string } };
  releases: readonly { knownAt: Date }[];
}): CsvwTable {
  const { url, title, metric, releases } = file;
  return {
    url,
    title,
    description: 'Published figures, one a row, each with its area, period, 95% interval and release. An empty value is not known and never zero.',
    licence: metric.source.licence,
    publisher: metric.source.publisher,
    modified: releases[0]?.knownAt.toISOString(),
    columns: OBSERVATION_TABLE,
    primaryKey: ['area_code', 'period_start', 'period_end'],
  };
}

export function observationRow(metric: MetricOfRow, { area, period, release, ...cell }: PublishedObservation): CsvCell[] {
  return [
    metric.slug,
    metric.unit,
    area.code,
    area.name,
    area.level,
    period.start,
    period.end,
    period.label,
    cell.value,
    cell.lower,
    cell.upper,
    markerOf(cell.status),
    cell.note,
    release.id,
    release.publisher,
    release.publishedOn,
  ];
}

/** "[x]" of "x": the shorthand of the Government Statistical Service, whichever way the file wrote it. */
export function markerOf(status: string | null): string {
  const letters = (status ?? '').replaceAll(/[[\]\s]/g, '').toLowerCase();
  return letters === '' ? '' : `[${letters}]`;
}

export async function* observationRows(metric: MetricOfRow, batches: AsyncIterable<PublishedObservation[]>): AsyncGenerator<CsvCell[][]> {
  for await (const batch of batches) yield batch.map((cell) => observationRow(metric, cell));
}
