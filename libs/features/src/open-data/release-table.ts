import { OBSERVATION_TABLE } from '#features/observations/observations-csv.js';
import { knownAt } from '#features/releases/releases.queries.js';
import { type Release } from '#features/releases/release.entity.js';
import { type CsvwTable } from '#platform/csv/csvw.js';
import { dataPaths } from './data.paths.js';
import { type ReleasedMetric } from './downloads.queries.js';

/** The file of a release, for its metadata: what the original was, and by which checksum it is known. */
export function releaseTable(release: Release, metrics: readonly ReleasedMetric[]): CsvwTable {
  const licences = [...new Set(metrics.map(({ licence }) => licence))];
  return {
    url: dataPaths.release(release.id),
    title: `Release ${release.id}: ${release.fileName}`,
    description:
      `Every figure that came with this release, as imported, also those that later releases have replaced. An empty value is not known and never zero. ` +
      `Original file: ${release.fileName}, SHA-256 ${release.checksum}. Metrics: ${metrics.map(({ slug }) => slug).join(', ')}.`,
    licence: licences.length === 1 ? (licences[0] ?? '') : licences.join('; ') || 'Open Government Licence v3.0',
    publisher: release.publisher,
    modified: knownAt(release).toISOString(),
    columns: OBSERVATION_TABLE,
    primaryKey: ['metric', 'area_code', 'period_start', 'period_end'],
  };
}
