import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type PublishedObservation } from './published-observations.queries.js';

/** What a row says of the metric. */
export interface MetricOfRow {
  slug: string;
  unit: string;
}

/** Tidy: one figure a row; the value numeric or empty, the marker in a column of its own. */
export const OBSERVATION_COLUMNS = [
  'metric',
  'unit',
  'area_code',
  'area_name',
  'area_level',
  'period_start',
  'period_end',
  'period',
  'value',
  'lower_95',
  'upper_95',
  'marker',
  'note',
  'release',
  'publisher',
  'published_on',
] as const;

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
