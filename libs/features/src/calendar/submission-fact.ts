import { type GivenReason, type SubmissionFact } from '#domain/submissions/submission-status.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';

/** Writes into a submission's history what happens to it beside the moves of its table. @param by null: the service itself. */
export async function noteFact(
  tx: Transaction,
  submission: Pick<Submission, 'id' | 'status' | 'deliveredVersions'>,
  action: SubmissionFact,
  { by = null, reason }: { by?: { id: string; name: string } | null; reason?: string },
): Promise<void> {
  const reasons: GivenReason[] = reason === undefined ? [] : [{ section: null, text: reason }];
  await tx.repository(SubmissionEvent).insert({
    submissionId: submission.id,
    action,
    fromStatus: submission.status,
    toStatus: submission.status,
    versionNumber: submission.deliveredVersions || null,
    actorId: by?.id ?? null,
    actorName: by?.name ?? submissionsWords.theService,
    reasons,
    at: tx.now,
  });
}
