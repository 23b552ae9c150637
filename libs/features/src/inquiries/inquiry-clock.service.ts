import { Injectable } from '@nestjs/common';
import { type FindOperator, IsNull, LessThan, MoreThanOrEqual, Raw } from 'typeorm';
import { reminderDue } from '#domain/contributions/reminder-due.js';
import { QUESTION_REMINDERS } from '#domain/inquiries/inquiry-status.js';
import { isReminderTime } from '#features/calendar/reminder-hour.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { Notices } from '#features/notifications/notices.service.js';
import { INQUIRY_QUESTION_DUE, INQUIRY_QUESTION_OVERDUE } from '#features/notifications/texts/inquiries.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { Inquiry } from './inquiry.entity.js';
import { InquiryQuestion } from './inquiry-question.entity.js';
import { councilMembers, peopleAsked, placeOfQuestion, questionNews, questionOf, recordInquiry } from './inquiry-records.js';

/** Reminds organisations of the answers that they owe to inquiries and marks those that are late, each once. */
@Injectable()
export class InquiryClockService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** @returns how many questions it acted on. */
  async run(now: Date): Promise<number> {
    const today = londonDate(now);
    const turns = new EachInTurn();
    if (isReminderTime(now)) await this.remind(turns, today);
    await this.markOverdue(turns, today);
    return turns.finish();
  }

  private async remind(turns: EachInTurn, today: string): Promise<void> {
    const waiting = await this.unitOfWork.reader.find(InquiryQuestion, { where: { state: 'asked', dueOn: MoreThanOrEqual(today), inquiryId: ofRunningMissions() }, order: { askedAt: 'ASC', id: 'ASC' } });
    if (waiting.length === 0) return;
    const calendar = await this.calendars.of();
    const due = (question: InquiryQuestion): number | null => reminderDue(question, QUESTION_REMINDERS, today, calendar);
    await this.each(turns, waiting.filter((question) => due(question) !== null), 'INQUIRY_QUESTION_REMINDED', async (tx, inquiry, question) => {
      const days = due(question);
      if (days === null) return false;
      await tx.repository(InquiryQuestion).update({ id: question.id }, { remindedBefore: days });
      await recordInquiry(tx, null, inquiry, { action: 'remind', questionId: question.id, text: String(days) });
      await this.notices.tell(tx, INQUIRY_QUESTION_DUE, await peopleAsked(tx, question.organisation), { ...questionNews(inquiry, question), days }, placeOfQuestion(inquiry, question));
      return true;
    });
  }

  private async markOverdue(turns: EachInTurn, today: string): Promise<void> {
    const late = await this.unitOfWork.reader.find(InquiryQuestion, { where: { state: 'asked', dueOn: LessThan(today), overdueAt: IsNull(), inquiryId: ofRunningMissions() }, order: { askedAt: 'ASC', id: 'ASC' } });
    await this.each(turns, late, 'INQUIRY_QUESTION_OVERDUE', async (tx, inquiry, question) => {
      if (question.overdueAt !== null) return false;
      await tx.repository(InquiryQuestion).update({ id: question.id }, { overdueAt: tx.now });
      await recordInquiry(tx, null, inquiry, { action: 'mark-overdue', questionId: question.id });
      const [asked, council] = [await peopleAsked(tx, question.organisation), await councilMembers(tx)];
      await this.notices.tell(tx, INQUIRY_QUESTION_OVERDUE, { ...asked, people: [...asked.people, ...council.people] }, questionNews(inquiry, question), placeOfQuestion(inquiry, question));
      return true;
    });
  }

  /** One question under its inquiry's lock, in a unit of work of its own; one that has ended meanwhile is left. */
  private async each(turns: EachInTurn, found: readonly InquiryQuestion[], event: string, act: (tx: Transaction, inquiry: Inquiry, question: InquiryQuestion) => Promise<boolean>): Promise<void> {
    await turns.run(found, ({ id }) => `inquiry-question:${id}`, ({ id, inquiryId }) =>
      this.unitOfWork.run({ actor: 'job:watch-inquiries', event, subject: `inquiry:${inquiryId}` }, async (tx) => {
        const inquiry = await tx.repository(Inquiry).findOneOrFail({ where: { id: inquiryId }, lock: { mode: 'pessimistic_write' } });
        const question = await questionOf(tx, inquiry, id);
        return question.state === 'asked' && (await act(tx, inquiry, question)) ? 1 : 0;
      }),
    );
  }
}

/** Inquiries of which at least one mission belongs to a framework that is not closed, and those that are about no mission. */
function ofRunningMissions(): FindOperator<string> {
  return Raw((column) => `(NOT EXISTS (SELECT FROM inquiry_missions im WHERE im.inquiry_id = ${column}) OR EXISTS (SELECT FROM inquiry_missions im WHERE im.inquiry_id = ${column} AND NOT mission_is_closed(im.mission_id)))`);
}
