import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { makeSeriesChanges } from '#features/observations/series-changes.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { CHECK_PLAUSIBILITY } from './check-plausibility.job.js';
import { ImportWarning } from './import-warning.entity.js';
import { PUBLISH_RELEASE } from './publish-release.job.js';
import { Release } from './release.entity.js';

/** What the reading of a file remarked on one of its rows; on the file, where `row` is 0. */
export interface RowWarning {
  row: number;
  text: string;
  metricId?: number;
  areaId?: number;
  period?: { start: string; months: number };
}

/** As many as of the comparisons: the rest is counted by the importer's own report. */
const MOST_ROW_WARNINGS = 500;

/**
 * What follows from a release that has just been loaded: its remarks are kept, what it changed is worked out, and the missions
 * are judged by it; at once where its hour has come, else at its hour.
 */
export async function takeIn(tx: Transaction, release: Pick<Release, 'id' | 'publishedAt'>, warnings: readonly RowWarning[] = []): Promise<void> {
  const rows = warnings.slice(0, MOST_ROW_WARNINGS).map(({ row, text, metricId, areaId, period }, position) => ({
    releaseId: release.id,
    metricId: metricId ?? null,
    areaId: areaId ?? null,
    periodStart: period?.start ?? null,
    periodMonths: period?.months ?? null,
    kind: 'row' as const,
    sentence: row > 0 ? `Row ${row}: ${text}` : text,
    numbers: {},
    position,
  }));
  if (rows.length > 0) await tx.repository(ImportWarning).insert(rows);
  await tx.enqueue(CHECK_PLAUSIBILITY, { releaseId: release.id });
  if (release.publishedAt && release.publishedAt > tx.now) {
    await tx.enqueue(PUBLISH_RELEASE, { releaseId: release.id }, release.publishedAt);
    return;
  }
  await makeSeriesChanges(tx, release.id);
  await tx.repository(Release).update(release.id, { announcedAt: tx.now });
  await tx.enqueue(JUDGE_MISSIONS, { cause: 'release', releaseId: release.id });
}
