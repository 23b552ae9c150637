import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DraftLink } from './draft-link.entity.js';
import { isShowable } from './draft-link-state.js';
import { draftLinksWords as words } from './draft-links.words.js';

/** A link to make. */
export interface NewDraftLink {
  purpose: string;
  /** Days until it expires. */
  days: number;
}

const MOST_DAYS = 14;
const MOST_LIVE = 10;
const LONGEST_PURPOSE = 200;
const DAY_MS = 86_400_000;

/** The department's side of links to drafts: making and withdrawing them. */
@Injectable()
export class DraftLinksService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @returns the secret, which nobody can see again
   * @throws ApplicationError 403 for another department's, 409 while it is no draft, 422 for purpose and days, and beyond ten live links.
   */
  async make(actor: Actor, { kind, id }: { kind: SubmissionKind; id: string }, { purpose, days }: NewDraftLink): Promise<string> {
    requirePermission(actor, 'submission.show-draft');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'DRAFT_LINK_MADE', subject: `submission:${id}` }, async (tx) => {
      await this.lockedDraft(tx, actor, kind, id);
      const reasons = refusalsOf({ purpose, days });
      const live = await tx.repository(DraftLink).countBy({ submissionId: id, withdrawnAt: IsNull(), expiresAt: MoreThan(tx.now) });
      if (live >= MOST_LIVE) reasons.push({ code: 'too-many', message: words.add.tooMany(MOST_LIVE), field: 'purpose' });
      if (reasons.length > 0) throw ApplicationError.invalid(reasons);
      const secret = randomBytes(32).toString('base64url');
      const { identifiers } = await tx.repository(DraftLink).insert({
        submissionId: id, secretHash: hashOf(secret), purpose: purpose.trim(), madeBy: actor.id, madeByName: actor.name, madeAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + days * DAY_MS), withdrawnAt: null, openedAt: null, minuteFrom: null,
      });
      tx.describe({ link: identifiers[0]?.['id'], days });
      return secret;
    });
  }

  /** @throws ApplicationError 404 for a link of another submission, 403 for another department's, 409 for one that is withdrawn already. */
  async withdraw(actor: Actor, { kind, id }: { kind: SubmissionKind; id: string }, linkId: string): Promise<void> {
    requirePermission(actor, 'submission.show-draft');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'DRAFT_LINK_WITHDRAWN', subject: `submission:${id}`, facts: { link: linkId } }, async (tx) => {
      const submission = await tx.repository(Submission).findOneBy({ id, kind });
      if (!submission) throw ApplicationError.notFound(submissionsWords.aSubmission[kind]);
      requireOwnDepartment(actor, submission);
      const link = await tx.repository(DraftLink).findOne({ where: { id: linkId, submissionId: id }, lock: { mode: 'pessimistic_write' } });
      if (!link) throw ApplicationError.notFound(words.aLink);
      if (link.withdrawnAt) throw ApplicationError.conflict(words.withdraw.already, 'link-withdrawn');
      await tx.repository(DraftLink).update({ id: linkId }, { withdrawnAt: tx.now });
    });
  }

  private async lockedDraft(tx: Transaction, actor: Actor, kind: SubmissionKind, id: string): Promise<void> {
    const submission = await tx.repository(Submission).findOne({ where: { id, kind }, lock: { mode: 'pessimistic_write' } });
    if (!submission) throw ApplicationError.notFound(submissionsWords.aSubmission[kind]);
    requireOwnDepartment(actor, submission);
    await requireOpenFramework(tx.manager, submission);
    if (!isShowable(submission)) throw ApplicationError.conflict(submissionsWords.movedOn(submission), `submission-${submission.status}`);
  }
}

/** What of a secret is kept. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function refusalsOf({ purpose, days }: NewDraftLink): Reason[] {
  const reasons: Reason[] = [];
  if (purpose.trim() === '') reasons.push({ code: 'purpose-missing', message: words.add.enterPurpose, field: 'purpose' });
  if (purpose.length > LONGEST_PURPOSE) reasons.push({ code: 'purpose-long', message: words.add.longPurpose(LONGEST_PURPOSE), field: 'purpose' });
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) reasons.push({ code: 'days-wrong', message: words.add.enterDays, field: 'days' });
  return reasons;
}
