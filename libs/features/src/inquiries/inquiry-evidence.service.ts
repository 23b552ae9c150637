import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { QUESTION_REMINDERS, QUESTION_STATES, type QuestionAction } from '#domain/inquiries/inquiry-status.js';
import { isBeingWritten } from '#domain/inquiries/inquiry-workflow.js';
import { type NewQuestion, QUESTION_WORKFLOW, type QuestionFacts, questionRefusals } from '#domain/inquiries/question-workflow.js';
import { reminderDue } from '#domain/contributions/reminder-due.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { Notices } from '#features/notifications/notices.service.js';
import { INQUIRY_ANSWERED, INQUIRY_ASKED, INQUIRY_QUESTION_WITHDRAWN } from '#features/notifications/texts/inquiries.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Inquiry } from './inquiry.entity.js';
import { InquiryQuestion } from './inquiry-question.entity.js';
import { councilMembers, lockedInquiry, peopleAsked, placeOfQuestion, questionNews, questionOf, recordInquiry, touchInquiry } from './inquiry-records.js';
import { notFromHere } from './inquiries.service.js';

/** A question as its page showed it. */
export interface OpenedQuestion {
  reference: string;
  id: string;
  rowVersion: number;
}

/** Evidence is asked of departments and bodies by the council, and given by their own people. */
@Injectable()
export class InquiryEvidenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** Asking begins the gathering of evidence, where nobody has begun it. @returns the question's id */
  async ask(actor: Actor, reference: string, { organisationId, ...asked }: NewQuestion & { organisationId: string }): Promise<string> {
    requirePermission(actor, 'inquiry.conduct');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'INQUIRY_QUESTION_ASKED', subject: `inquiry:${reference}` }, async (tx) => {
      const inquiry = await lockedInquiry(tx, reference);
      if (!isBeingWritten(inquiry.state)) throw notFromHere(inquiry);
      const organisation = isUUID(organisationId) ? await tx.repository(Organisation).findOneBy({ id: organisationId }) : null;
      const known = organisation !== null && (organisation.kind === 'department' || organisation.kind === 'sub-national');
      const today = londonDate(tx.now);
      const calendar = await this.calendars.of('england', tx.manager);
      const reasons = [...(known ? [] : [{ code: 'organisation-missing', message: 'Select whom you ask', field: 'organisationId' }]), ...questionRefusals(asked, today, calendar)];
      if (reasons.length > 0 || !organisation || asked.dueOn === null) throw ApplicationError.invalid(reasons);
      if (inquiry.state === 'open') {
        inquiry.state = 'gathering-evidence';
        await tx.repository(Inquiry).update({ id: inquiry.id }, { state: inquiry.state });
        await recordInquiry(tx, actor, inquiry, { action: 'gather' });
      }
      const { dueOn } = asked;
      const { id } = await tx.repository(InquiryQuestion).save({
        inquiryId: inquiry.id, organisationId: organisation.id, question: asked.question.trim(), dueOn, state: 'asked' as const, askedBy: actor.id, askedAt: tx.now, answer: null, confidential: null,
        confidentialReason: null, quoted: null, answeredBy: null, answeredAt: null, withdrawnReason: null, overdueAt: null,
        // a reminder whose day has come when it is asked is spent: the question itself reminds
        remindedBefore: reminderDue({ dueOn, remindedBefore: null }, QUESTION_REMINDERS, today, calendar),
      });
      const question = await questionOf(tx, inquiry, id);
      await recordInquiry(tx, actor, inquiry, { action: 'ask', questionId: id });
      await touchInquiry(tx, inquiry);
      await this.notices.tell(tx, INQUIRY_ASKED, await peopleAsked(tx, organisation), questionNews(inquiry, question), placeOfQuestion(inquiry, question));
      tx.describe({ organisation: organisation.slug, question: id }, `inquiry:${inquiry.id}`);
      return id;
    });
  }

  /** The organisation's answer, once. @throws ApplicationError 403 for another organisation's question */
  async answer(actor: Actor, opened: OpenedQuestion, facts: QuestionFacts): Promise<void> {
    requirePermission(actor, 'inquiry.answer');
    await this.end(actor, opened, 'answer', facts, async (tx, inquiry, question) => {
      const confidentialReason = facts.confidential ? facts.confidentialReason.trim() : null;
      const ended = { state: 'answered' as const, answer: facts.text.trim(), confidential: facts.confidential, confidentialReason, answeredBy: actor.id, answeredAt: tx.now };
      await tx.repository(InquiryQuestion).update({ id: question.id }, ended);
      await this.notices.tell(tx, INQUIRY_ANSWERED, await councilMembers(tx), questionNews(inquiry, question), placeOfQuestion(inquiry, question));
    });
  }

  async withdraw(actor: Actor, opened: OpenedQuestion, reason: string): Promise<void> {
    requirePermission(actor, 'inquiry.conduct');
    await this.end(actor, opened, 'withdraw', { text: reason, confidential: null, confidentialReason: '' }, async (tx, inquiry, question) => {
      await tx.repository(InquiryQuestion).update({ id: question.id }, { state: 'withdrawn', withdrawnReason: reason.trim() });
      await this.notices.tell(tx, INQUIRY_QUESTION_WITHDRAWN, await peopleAsked(tx, question.organisation), questionNews(inquiry, question), placeOfQuestion(inquiry, question));
    });
  }

  private async end(
    actor: Actor,
    { reference, id, rowVersion }: OpenedQuestion,
    action: Exclude<QuestionAction, 'lapse'>,
    facts: QuestionFacts,
    act: (tx: Transaction, inquiry: Inquiry, question: InquiryQuestion) => Promise<void>,
  ): Promise<void> {
    const event = action === 'answer' ? 'INQUIRY_QUESTION_ANSWERED' : 'INQUIRY_QUESTION_WITHDRAWN';
    await this.unitOfWork.run({ actor: auditName(actor), event, subject: `inquiry:${reference}` }, async (tx) => {
      const inquiry = await lockedInquiry(tx, reference);
      if (!isUUID(id)) throw ApplicationError.notFound('That question');
      const question = await questionOf(tx, inquiry, id);
      if (action === 'answer') requireAsked(actor, question);
      if (question.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this question since you opened it');
      const arrow = transitionFor(QUESTION_WORKFLOW, question.state, action, [action === 'answer' ? 'organisation' : 'council']);
      if (!arrow) throw questionEnded(question);
      const refusals = arrow.refuse?.(facts) ?? [];
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      await act(tx, inquiry, question);
      await recordInquiry(tx, actor, inquiry, { action: action === 'answer' ? 'answer' : 'withdraw-question', questionId: id, text: action === 'answer' ? '' : facts.text.trim() });
      await touchInquiry(tx, inquiry);
      tx.describe({ question: id }, `inquiry:${inquiry.id}`);
    });
  }
}

/** @throws ApplicationError 403 for anybody but the people of the organisation that is asked */
export function requireAsked(actor: Actor, { organisationId }: InquiryQuestion): void {
  if (actor.kind !== 'user' || actor.organisationId !== organisationId) throw ApplicationError.forbidden('This question was asked of another organisation', 'not-yours');
}

export function questionEnded({ state }: InquiryQuestion): ApplicationError {
  return ApplicationError.conflict(`The question stands at “${QUESTION_STATES[state]}”, so this is not possible now`, 'not-from-here');
}
