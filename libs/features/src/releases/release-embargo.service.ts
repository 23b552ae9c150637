import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { makeSeriesChanges } from '#features/observations/series-changes.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { CHECK_PLAUSIBILITY } from './check-plausibility.job.js';
import { PUBLISH_RELEASE } from './publish-release.job.js';
import { Release } from './release.entity.js';

/** What came of a job that wanted to publish. */
export type PublicationOutcome = 'published' | 'too-early' | 'nothing-to-do';

/** The hour of publication: moving it, and what happens when it comes. */
@Injectable()
export class ReleaseEmbargoService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Moves the hour of a release that is still under embargo.
   * @throws ApplicationError where its hour has come, the new one is past, or no reason is given
   */
  async moveHour(actor: Actor, releaseId: number, { publishedAt, reason }: { publishedAt: Date; reason: string }): Promise<void> {
    requirePermission(actor, 'observation.import');
    const move = { actor: auditName(actor), event: 'RELEASE_RESCHEDULED', subject: `release:${releaseId}` };
    await this.unitOfWork.run(move, async (tx) => {
      const release = await lockRelease(tx, releaseId);
      if (!release) throw ApplicationError.notFound('That release');
      if (!release.publishedAt || release.publishedAt <= tx.now) {
        throw ApplicationError.conflict('The hour of this release has come: it is published, and its hour cannot be moved', 'published');
      }
      if (publishedAt <= tx.now) {
        throw ApplicationError.invalid([{ code: 'past-hour', message: 'The new hour of publication must be in the future', field: 'publishedOn' }]);
      }
      if (reason.trim() === '') throw ApplicationError.invalid([{ code: 'no-reason', message: 'Enter why the hour is moved', field: 'reason' }]);
      await tx.repository(Release).update(releaseId, { publishedAt, publishedOn: londonDate(publishedAt) });
      await tx.enqueue(PUBLISH_RELEASE, { releaseId }, publishedAt);
      // another release may now lie before it
      await tx.enqueue(CHECK_PLAUSIBILITY, { releaseId });
      tx.describe({ from: release.publishedAt.toISOString(), to: publishedAt.toISOString(), reason: reason.trim() });
    });
  }

  /** A job may come before the hour, where the hour was moved or clocks differ: then another waits for it. Once only it is published. */
  async publishInTransaction(tx: Transaction, releaseId: number): Promise<PublicationOutcome> {
    const release = await lockRelease(tx, releaseId);
    if (!release || release.announcedAt) return 'nothing-to-do';
    if (release.publishedAt && release.publishedAt > tx.now) {
      await tx.enqueue(PUBLISH_RELEASE, { releaseId }, release.publishedAt);
      return 'too-early';
    }
    await makeSeriesChanges(tx, releaseId);
    await tx.repository(Release).update(releaseId, { announcedAt: tx.now });
    await tx.enqueue(JUDGE_MISSIONS, { cause: 'release', releaseId });
    return 'published';
  }
}

async function lockRelease(tx: Transaction, id: number): Promise<Release | null> {
  return tx.repository(Release).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
}
