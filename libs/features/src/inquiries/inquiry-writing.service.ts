import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { LONGEST_FINDINGS } from '#domain/inquiries/inquiry-status.js';
import { isBeingWritten } from '#domain/inquiries/inquiry-workflow.js';
import { textRefusals } from '#domain/workflow/text-refusals.js';
import { requirePermission } from '#features/access/access.guard.js';
import { nameWithOffice } from '#features/organisations/office-name.js';
import { checkedRecommendation, type DraftedRecommendation } from '#features/recommendations/drafted-recommendation.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Inquiry } from './inquiry.entity.js';
import { InquiryDraft } from './inquiry-draft.entity.js';
import { InquiryFindings } from './inquiry-findings.entity.js';
import { lockedInquiry, touchInquiry } from './inquiry-records.js';
import { notFromHere } from './inquiries.service.js';

/** The council's members write findings and recommendations; nobody else reads them before they are published. */
@Injectable()
export class InquiryWritingService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Saves a new version. @param seen number of the version that was on the page, 0 for none @returns its number */
  async write(actor: Actor, { reference, rowVersion: seen }: { reference: string; rowVersion: number }, text: string): Promise<number> {
    return this.whileWritten(actor, reference, 'INQUIRY_FINDINGS_WRITTEN', async (tx, inquiry) => {
      const last = await tx.repository(InquiryFindings).countBy({ inquiryId: inquiry.id });
      if (last !== seen) throw ApplicationError.conflict('Somebody has saved a version of the findings since you opened them');
      const refusals = textRefusals(text, 'text', 'Enter the findings', LONGEST_FINDINGS);
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      const number = last + 1;
      await tx.repository(InquiryFindings).insert({ inquiryId: inquiry.id, number, text: text.trim(), writtenBy: actor.id, writerName: await nameWithOffice(tx, actor), writtenAt: tx.now });
      tx.describe({ version: number });
      return number;
    });
  }

  async addDraft(actor: Actor, reference: string, drafted: DraftedRecommendation): Promise<void> {
    await this.whileWritten(actor, reference, 'INQUIRY_RECOMMENDATION_DRAFTED', async (tx, inquiry) => {
      await tx.repository(InquiryDraft).insert({ inquiryId: inquiry.id, ...(await checkedRecommendation(tx, drafted)), writtenBy: actor.id, writtenAt: tx.now });
    });
  }

  async changeDraft(actor: Actor, opened: { reference: string; id: string; rowVersion: number }, drafted: DraftedRecommendation): Promise<void> {
    await this.whileWritten(actor, opened.reference, 'INQUIRY_RECOMMENDATION_CHANGED', async (tx, inquiry) => {
      const draft = await draftOf(tx, inquiry, opened);
      await tx.repository(InquiryDraft).update({ id: draft.id }, { ...(await checkedRecommendation(tx, drafted)), writtenBy: actor.id });
    });
  }

  async removeDraft(actor: Actor, opened: { reference: string; id: string; rowVersion: number }): Promise<void> {
    await this.whileWritten(actor, opened.reference, 'INQUIRY_RECOMMENDATION_REMOVED', async (tx, inquiry) => {
      await tx.repository(InquiryDraft).delete({ id: (await draftOf(tx, inquiry, opened)).id });
    });
  }

  private async whileWritten<Result>(actor: Actor, reference: string, event: string, act: (tx: Transaction, inquiry: Inquiry) => Promise<Result>): Promise<Result> {
    requirePermission(actor, 'inquiry.conduct');
    return this.unitOfWork.run({ actor: auditName(actor), event, subject: `inquiry:${reference}` }, async (tx) => {
      const inquiry = await lockedInquiry(tx, reference);
      if (!isBeingWritten(inquiry.state)) throw notFromHere(inquiry);
      const result = await act(tx, inquiry);
      await touchInquiry(tx, inquiry);
      tx.describe({ reference }, `inquiry:${inquiry.id}`);
      return result;
    });
  }
}

/** @throws ApplicationError 409 where it was changed or removed since the page was opened: what was typed is kept on the conflict page */
async function draftOf(tx: Transaction, { id: inquiryId }: Inquiry, { id, rowVersion }: { id: string; rowVersion: number }): Promise<InquiryDraft> {
  if (!isUUID(id)) throw ApplicationError.notFound('That recommendation');
  const draft = await tx.repository(InquiryDraft).findOneBy({ id, inquiryId });
  if (!draft) throw ApplicationError.conflict('Somebody has removed this recommendation since you opened it', 'removed');
  if (draft.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this recommendation since you opened it');
  return draft;
}
