import { type Metric } from '#features/metrics/metric.entity.js';
import { periodOf } from '#features/observations/stored-period.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable, headerOf, SDMX } from '#platform/csv/csvw.js';
import { knownAt } from './releases.queries.js';
import { releasesPaths } from './releases.paths.js';
import { type Release } from './release.entity.js';
import { type RevisionsQueries } from './revisions.queries.js';

const COLUMNS: readonly CsvwColumn[] = [
  { name: 'metric', description: 'Slug of the metric in Waymark’s catalogue', datatype: 'string', required: true },
  { name: 'area', description: 'Code of the area', datatype: 'string', required: true, propertyUrl: SDMX.area },
  { name: 'area_name', description: 'Name of the area; several areas can share one', datatype: 'string', required: true },
  { name: 'period', description: 'First day of the period and its length, by ISO 8601', datatype: 'string', required: true, propertyUrl: SDMX.period },
  { name: 'period_name', description: 'The period in words', datatype: 'string', required: true },
  { name: 'change', description: 'moved (another figure), added (none before) or withdrawn (none any more)', datatype: 'string', required: true },
  { name: 'before', description: 'The figure before this release, in the metric’s unit; empty where there was none', datatype: 'number' },
  { name: 'after', description: 'The figure with this release, in the metric’s unit; empty where there is none any more', datatype: 'number' },
  { name: 'difference', description: 'After less before, in the metric’s unit', datatype: 'number' },
  { name: 'relative_percent', description: 'The difference as a percentage of the figure before; empty where there is none to compare with', datatype: 'number' },
];

export const CHANGE_COLUMNS = headerOf(COLUMNS);

/** What a release changed, as a file. @param metrics that it has figures of */
export function changedCellsTable(release: Release, metrics: readonly Metric[]): CsvwTable {
  const licences = [...new Set(metrics.map(({ source }) => source.licence))];
  return {
    url: releasesPaths.changesCsv(release.id),
    title: `Release ${release.id}: figures that it changed`,
    description: `Every figure that the release ${release.fileName} moved, added or withdrew, one a row, beside what was published before it.`,
    licence: licences.join('; ') || 'Open Government Licence v3.0',
    publisher: release.publisher,
    modified: knownAt(release).toISOString(),
    columns: COLUMNS,
    primaryKey: ['metric', 'area', 'period'],
  };
}

/** The changed figures of a release, metric by metric, in the order of the columns. */
export async function* changeRows(revisions: RevisionsQueries, releaseId: number, metrics: readonly Metric[]): AsyncGenerator<CsvCell[][]> {
  for (const { id: metricId, slug } of metrics) {
    for await (const cells of revisions.batches({ metricId, releaseId })) {
      yield cells.map(({ area, start, months, kind, before, after, relative }) => {
        const period = periodOf(start, months);
        const difference = before === null || after === null ? null : withoutNoise(after - before);
        return [slug, area.code, area.name, period.key, period.label, kind, before, after, difference, relative === null ? null : withoutNoise(relative * 100)];
      });
    }
  }
}

/** Differences of binary fractions have tails that mean nothing. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(10));
}
