import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { canonicalJson } from '#platform/audit/canonical-json.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { SubmissionContents } from './submission-contents.js';
import { type Submission } from './submission.entity.js';
import { SubmissionVersion } from './submission-version.entity.js';

/** Freezes deliveries. */
@Injectable()
export class SubmissionVersions {
  constructor(private readonly contents: SubmissionContents) {}

  /** Writes the draft as it stands as the next version, with its checksum. @returns its number, from 1. */
  async deliver(tx: Transaction, submission: Submission, signer: Actor): Promise<number> {
    if (!submission.draftedBy) throw new Error(`Submission ${submission.reference} was never written`);
    const content = await this.contents.of(submission.kind).contentOf(tx.manager, submission.id);
    const number = submission.deliveredVersions + 1;
    await tx.repository(SubmissionVersion).insert({
      submissionId: submission.id,
      number,
      content: content as unknown as Record<string, never>,
      checksum: checksumOf(content),
      draftedBy: submission.draftedBy,
      signedBy: signer.id,
      submittedAt: tx.now,
    });
    return number;
  }
}

/** SHA-256 over the canonical JSON of a content, in hex: what a version's `checksum` can be checked against. */
export function checksumOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
