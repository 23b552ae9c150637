import { type Actor } from '#domain/access/permissions.js';
import { Mission } from '#features/missions/mission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { QualityFindingRow } from './quality-finding.entity.js';
import { QualityReviewEvent } from './quality-review-event.entity.js';
import { QualityReview } from './quality-review.entity.js';

/** The mission, locked, so that of two who write to its reviews at once the second sees what the first has done. */
export async function missionOf(tx: Transaction, missionId: string): Promise<Mission> {
  const mission = await tx.repository(Mission).findOne({ where: { id: missionId }, lock: { mode: 'pessimistic_write' } });
  if (!mission) throw ApplicationError.notFound('That mission');
  return mission;
}

/** The council's draft, locked, with its findings. */
export async function draftOf(tx: Transaction, missionId: string): Promise<QualityReview> {
  const draft = await tx
    .repository(QualityReview)
    .createQueryBuilder('review')
    .setLock('pessimistic_write')
    .where(`review.missionId = :missionId AND review.status = 'draft' AND review.source IS NULL`, { missionId })
    .getOne();
  if (!draft) throw ApplicationError.conflict('There is no draft of this review; it has been published, or none was started', 'no-draft');
  draft.findings = await tx.repository(QualityFindingRow).find({ where: { reviewId: draft.id }, order: { position: 'ASC' } });
  return draft;
}

export function requireVersion(draft: QualityReview, rowVersion: number): void {
  if (draft.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody else has changed this review since you opened the page');
}

/** The number of a mission's next published version. */
export async function nextNumber(tx: Transaction, missionId: string): Promise<number> {
  const [row]: { next: number }[] = await tx.manager.query('SELECT coalesce(max(number), 0) + 1 AS next FROM quality_reviews WHERE mission_id = $1', [missionId]);
  return row?.next ?? 1;
}

/** Keeps who did what. */
export async function note(
  tx: Transaction,
  actor: Actor,
  { section = null, values = null, ...done }: Pick<QualityReviewEvent, 'reviewId' | 'action'> & Partial<Pick<QualityReviewEvent, 'section' | 'values'>>,
): Promise<void> {
  const actorId = actor.kind === 'user' ? actor.id : null;
  await tx.repository(QualityReviewEvent).insert({ ...done, section, values: values ?? (null as never), actorId, actorName: actor.name, at: tx.now });
}
