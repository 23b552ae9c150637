import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { parsePeriod } from '#domain/observations/period.js';
import { requirePermission } from '#features/access/access.guard.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Release } from './release.entity.js';
import { ReleaseMetric } from './release-metric.entity.js';
import { SeriesBreak } from './series-break.entity.js';

export interface BreakToRecord {
  metricId: number;
  /** First period of the new kind, as in the files: `2020-04-01/P1Y`. */
  period: string;
  /** What changed. */
  what: string;
  /** Where it is said, and why it is recorded. */
  reason: string;
}

/** Breaks of series, recorded by a person beside the release that brought them. Nothing recorded is ever taken back. */
@Injectable()
export class SeriesBreaksService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ApplicationError naming the fields that are wrong */
  async record(actor: Actor, releaseId: number, entry: BreakToRecord): Promise<void> {
    requirePermission(actor, 'observation.import');
    const period = parsePeriod(entry.period.trim());
    const reasons: Reason[] = [
      ...(period ? [] : [{ code: 'no-period', message: 'Enter the first period as the file writes it, like 2020-04-01/P1Y or 2025-04-30', field: 'period' }]),
      ...(entry.what.trim() === '' ? [{ code: 'no-what', message: 'Enter what changed', field: 'what' }] : []),
      ...(entry.reason.trim() === '' ? [{ code: 'no-reason', message: 'Enter where the producer says so, or why you record it', field: 'reason' }] : []),
    ];
    await this.unitOfWork.run({ actor: auditName(actor), event: 'SERIES_BREAK_RECORDED', subject: `release:${releaseId}` }, async (tx) => {
      const part = await tx.repository(ReleaseMetric).findOneBy({ metricId: entry.metricId, releaseId });
      if (!part) reasons.unshift({ code: 'no-metric', message: 'Select a metric of this release', field: 'metricId' });
      if (!period || reasons.length > 0) throw ApplicationError.invalid(reasons);
      await tx.repository(SeriesBreak).insert({
        metricId: entry.metricId,
        periodKey: period.key,
        what: entry.what.trim(),
        reason: entry.reason.trim(),
        releaseId,
        recordedBy: actor.id,
        at: tx.now,
      });
      const release = await tx.repository(Release).findOneByOrFail({ id: releaseId });
      // one under embargo changes nothing yet that anybody sees
      if (release.announcedAt) await tx.enqueue(JUDGE_MISSIONS, { cause: 'release', releaseId });
      tx.describe({ metricId: entry.metricId, period: period.key, what: entry.what.trim() });
    });
  }
}
