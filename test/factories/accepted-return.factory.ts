import { type EvidenceReturnContent, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { User } from '#features/access/user.entity.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { Review } from '#features/reviews/review.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';

/** Who does what, by e-mail address. */
export interface ReturnPeople {
  official: string;
  sro: string;
  reviewer: string;
}

/** An evidence return of April 2025 to March 2026 that the council has accepted, as the database lets it come to be. */
export async function saveAcceptedReturn(
  tx: Transaction,
  mission: Pick<Mission, 'id' | 'frameworkId'>,
  people: ReturnPeople,
  content: Partial<EvidenceReturnContent>,
): Promise<Submission> {
  const id = async (email: string): Promise<string> => (await tx.repository(User).findOneByOrFail({ email })).id;
  const [draftedBy, signedBy, reviewerId] = [await id(people.official), await id(people.sro), await id(people.reviewer)];
  const { organisationId } = await tx.repository(User).findOneByOrFail({ id: draftedBy });
  const submission = await tx.repository(Submission).save({
    kind: 'evidence-return', reference: 'ER-2026-DONE', frameworkId: mission.frameworkId, missionId: mission.id, organisationId,
    coversLabel: 'April 2025 to March 2026', coversFrom: '2025-04-01', coversTo: '2026-03-31', dueOn: '2026-05-31', firstDueOn: '2026-05-31',
    status: 'in-review', deliveredVersions: 1, standingVersion: 1, acceptedVersion: null, createdAt: new Date('2026-04-01T09:00:00Z'), draftedBy, signedBy,
  });
  const whole = readEvidenceReturn(content);
  const submittedAt = new Date('2026-05-20T09:00:00Z');
  await tx.repository(SubmissionVersion).save({ submissionId: submission.id, number: 1, content: { ...whole }, checksum: 'x', draftedBy, signedBy, submittedAt });
  const reviews = tx.repository(Review);
  const review = await reviews.save({ submissionId: submission.id, versionNumber: 1, status: 'queued', queuedAt: submittedAt, dueOn: '2026-06-10' });
  const claimedAt = new Date('2026-05-21T09:00:00Z');
  await reviews.save({ ...review, status: 'claimed', reviewerId, claimedAt, checksDoneAt: claimedAt });
  await reviews.save({ ...review, status: 'decided', reviewerId, claimedAt, checksDoneAt: claimedAt, decision: 'accepted', decidedAt: new Date('2026-05-25T09:00:00Z') });
  return tx.repository(Submission).save({ ...submission, status: 'accepted', acceptedVersion: 1 });
}
