import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { RECORD_DEPARTMENT_JUDGEMENT } from '#features/judgements/record-department-judgement.job.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { checksumOf } from './content-checksum.js';
import { Clearances } from './clearances.queries.js';
import { SubmissionContents } from './submission-contents.js';
import { type Submission } from './submission.entity.js';
import { SubmissionVersion } from './submission-version.entity.js';

/** Freezes deliveries. */
@Injectable()
export class SubmissionVersions {
  constructor(
    private readonly contents: SubmissionContents,
    private readonly clearances: Clearances,
  ) {}

  /** Writes the draft as it stands as the next version, with its checksum. @returns its number, from 1. */
  async deliver(tx: Transaction, submission: Submission, signer: Actor, signsFor?: { id: string }): Promise<number> {
    if (!submission.draftedBy) throw new Error(`Submission ${submission.reference} was never written`);
    const content = await this.contents.of(submission.kind).contentOf(tx.manager, submission.id);
    const number = submission.deliveredVersions + 1;
    const { given } = await this.clearances.stateOf(tx.manager, submission, content);
    await tx.repository(SubmissionVersion).insert({
      submissionId: submission.id,
      number,
      content: content as unknown as Record<string, never>,
      checksum: checksumOf(content),
      draftedBy: submission.draftedBy,
      signedBy: signer.id,
      signedFor: signsFor?.id ?? null,
      clearanceId: given?.eventId ?? null,
      submittedAt: tx.now,
    });
    return number;
  }

  /** Has the rating of the delivery that stands set beside the figures; a plan and a nil return have none. */
  async recordRating(tx: Transaction, { id: submissionId, kind, standingVersion }: Submission): Promise<void> {
    if (kind !== 'evidence-return' || standingVersion === null) return;
    const { id, content } = await tx.repository(SubmissionVersion).findOneByOrFail({ submissionId, number: standingVersion });
    if (typeof content['rating'] === 'string') await tx.enqueue(RECORD_DEPARTMENT_JUDGEMENT, { submissionVersionId: id });
  }
}
