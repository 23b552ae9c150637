import { type Metric } from '#features/metrics/metric.entity.js';
import { periodOf } from '#features/observations/stored-period.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type RevisionsQueries } from './revisions.queries.js';

export const CHANGE_COLUMNS = ['metric', 'area', 'area_name', 'period', 'period_name', 'change', 'before', 'after', 'difference', 'relative_percent'] as const;

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
