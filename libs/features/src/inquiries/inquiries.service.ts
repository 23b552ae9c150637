import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { INQUIRY_STATES, type InquiryAction } from '#domain/inquiries/inquiry-status.js';
import { INQUIRY_WORKFLOW } from '#domain/inquiries/inquiry-workflow.js';
import { inquiryRefusals, type NewInquiry } from '#domain/inquiries/new-inquiry.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { INQUIRY_PUBLISHED } from '#features/notifications/texts/inquiries.texts.js';
import { Recommendation } from '#features/recommendations/recommendation.entity.js';
import { RecommendationsService } from '#features/recommendations/recommendations.service.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { shortReference } from '#platform/references/short-reference.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Inquiry } from './inquiry.entity.js';
import { InquiryDraft } from './inquiry-draft.entity.js';
import { InquiryFindings } from './inquiry-findings.entity.js';
import { InquiryMission } from './inquiry-mission.entity.js';
import { InquiryQuestion } from './inquiry-question.entity.js';
import { lockedInquiry, peopleAsked, recordInquiry } from './inquiry-records.js';
import { inquiriesPaths } from './inquiries.paths.js';

/** An inquiry as its page showed it. */
export interface OpenedInquiry {
  reference: string;
  rowVersion: number;
}

const EVENTS: Record<InquiryAction, string> = { gather: 'INQUIRY_GATHERING', publish: 'INQUIRY_PUBLISHED', close: 'INQUIRY_CLOSED', abandon: 'INQUIRY_ABANDONED' };

/** The council opens inquiries, publishes what it has found, once, and closes them. */
@Injectable()
export class InquiriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recommendations: RecommendationsService,
    private readonly notices: Notices,
  ) {}

  /** @returns its reference */
  async open(actor: Actor, { missionIds, ...asked }: NewInquiry & { missionIds: readonly string[] }): Promise<string> {
    requirePermission(actor, 'inquiry.conduct');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'INQUIRY_OPENED', subject: 'inquiry:new' }, async (tx) => {
      const today = londonDate(tx.now);
      const ids = [...new Set(missionIds)];
      const missions = ids.every((id) => isUUID(id)) ? await tx.repository(Mission).findBy({ id: In(ids) }) : [];
      const unknown: Reason[] = ids.length === 0 || missions.length < ids.length ? [{ code: 'missions-missing', message: 'Select the missions that the inquiry is about', field: 'missionIds' }] : [];
      const reasons = [...inquiryRefusals(asked, today), ...unknown];
      const { title, scope, origin, commissionedBy, commissionedOn, expectedEnd } = asked;
      if (reasons.length > 0 || origin === null || expectedEnd === null) throw ApplicationError.invalid(reasons);
      const commission = origin === 'commissioned' ? { commissionedBy: commissionedBy.trim(), commissionedOn } : { commissionedBy: null, commissionedOn: null };
      const inquiry = await tx.repository(Inquiry).save({
        reference: shortReference('IN', today), title: title.trim(), scope: scope.trim(), origin, ...commission, expectedEnd, state: 'open' as const, openedBy: actor.id, openedAt: tx.now, changedAt: tx.now,
        publishedFindings: null, publishedAt: null, endedAt: null, endReason: null,
      });
      await tx.repository(InquiryMission).insert(missions.map(({ id: missionId }) => ({ inquiryId: inquiry.id, missionId })));
      await recordInquiry(tx, actor, inquiry, { action: 'open' });
      tx.describe({ reference: inquiry.reference, origin }, `inquiry:${inquiry.id}`);
      return inquiry.reference;
    });
  }

  async gather(actor: Actor, opened: OpenedInquiry): Promise<void> {
    await this.move(actor, opened, 'gather', '', async () => ({}));
  }

  /** Publishes the last version of the findings, the drafted recommendations and the answers. @param quoted ids of the questions whose answers are quoted, whole */
  async publish(actor: Actor, opened: OpenedInquiry, quoted: readonly string[]): Promise<void> {
    await this.move(actor, opened, 'publish', '', async (tx, inquiry) => {
      const questions = await tx.repository(InquiryQuestion).find({ where: { inquiryId: inquiry.id }, relations: { organisation: true } });
      for (const question of questions) {
        if (question.state === 'answered') await tx.repository(InquiryQuestion).update({ id: question.id }, { quoted: question.confidential === false && quoted.includes(question.id) });
        if (question.state !== 'asked') continue;
        await tx.repository(InquiryQuestion).update({ id: question.id }, { state: 'not-answered' });
        await recordInquiry(tx, actor, inquiry, { action: 'lapse', questionId: question.id });
      }
      const drafts = await tx.repository(InquiryDraft).find({ where: { inquiryId: inquiry.id }, order: { writtenAt: 'ASC', id: 'ASC' } });
      for (const { text, addresseeId, missionId, answerDays } of drafts) {
        await this.recommendations.makeInTransaction(tx, actor, { sourceKind: 'inquiry', sourceReference: inquiry.reference, sourcePath: inquiriesPaths.show(inquiry.reference), text, addresseeId, missionId, answerDays });
      }
      for (const { organisation } of new Map(questions.map((question) => [question.organisationId, question])).values()) {
        await this.notices.tell(tx, INQUIRY_PUBLISHED, await peopleAsked(tx, organisation), inquiry, { about: `inquiry:${inquiry.id}`, path: inquiriesPaths.show(inquiry.reference) });
      }
      return { publishedFindings: await tx.repository(InquiryFindings).countBy({ inquiryId: inquiry.id }), publishedAt: tx.now };
    });
  }

  /** @param reason why, where recommendations are not answered; '' where all are */
  async close(actor: Actor, opened: OpenedInquiry, reason: string): Promise<void> {
    await this.move(actor, opened, 'close', reason, async (tx) => ({ endedAt: tx.now, endReason: reason.trim() || null }));
  }

  /** Nothing that was written for it is ever published; what was asked need not be answered. */
  async abandon(actor: Actor, opened: OpenedInquiry, reason: string): Promise<void> {
    await this.move(actor, opened, 'abandon', reason, async (tx, inquiry) => {
      const waiting = await tx.repository(InquiryQuestion).findBy({ inquiryId: inquiry.id, state: 'asked' });
      for (const { id } of waiting) {
        await tx.repository(InquiryQuestion).update({ id }, { state: 'withdrawn', withdrawnReason: reason.trim() });
        await recordInquiry(tx, actor, inquiry, { action: 'withdraw-question', questionId: id, text: reason.trim() });
      }
      return { endedAt: tx.now, endReason: reason.trim() };
    });
  }

  private async move(actor: Actor, { reference, rowVersion }: OpenedInquiry, action: InquiryAction, reason: string, act: (tx: Transaction, inquiry: Inquiry) => Promise<Partial<Inquiry>>): Promise<void> {
    requirePermission(actor, 'inquiry.conduct');
    await this.unitOfWork.run({ actor: auditName(actor), event: EVENTS[action], subject: `inquiry:${reference}` }, async (tx) => {
      const inquiry = await lockedInquiry(tx, reference, rowVersion);
      const arrow = transitionFor(INQUIRY_WORKFLOW, inquiry.state, action, ['council']);
      if (!arrow) throw notFromHere(inquiry);
      const refusals = arrow.refuse?.({ reason: reason.trim(), ...(await factsOf(tx, inquiry)) }) ?? [];
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      const changes = await act(tx, inquiry);
      const saved = await tx.repository(Inquiry).save({ ...inquiry, ...changes, state: arrow.to, changedAt: tx.now });
      await recordInquiry(tx, actor, saved, { action, text: reason.trim() });
      tx.describe({ reference, from: inquiry.state, to: saved.state }, `inquiry:${inquiry.id}`);
    });
  }
}

export function notFromHere({ state }: Inquiry): ApplicationError {
  return ApplicationError.conflict(`The inquiry stands at “${INQUIRY_STATES[state]}”, so this is not possible now`, 'not-from-here');
}

async function factsOf(tx: Transaction, { id, reference }: Inquiry): Promise<{ findings: number; waiting: number; unanswered: number }> {
  const asked = await tx.repository(InquiryQuestion).findBy({ inquiryId: id, state: 'asked' });
  return {
    findings: await tx.repository(InquiryFindings).countBy({ inquiryId: id }),
    waiting: asked.filter(({ dueOn }) => dueOn >= londonDate(tx.now)).length,
    unanswered: await tx.repository(Recommendation).countBy({ sourceReference: reference, state: 'awaiting-answer' }),
  };
}
