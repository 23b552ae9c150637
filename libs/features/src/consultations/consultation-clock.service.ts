import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { REPLY_REMINDERS } from '#domain/consultations/consultation-status.js';
import { reminderDue } from '#domain/contributions/reminder-due.js';
import { isReminderTime } from '#features/calendar/reminder-hour.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { ofOpenMission } from '#features/frameworks/framework-standing.js';
import { Notices } from '#features/notifications/notices.service.js';
import { CONSULTATION_CLOSED, CONSULTATION_CLOSING, CONSULTATION_OVERDUE } from '#features/notifications/texts/consultations.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { Consultation } from './consultation.entity.js';
import { askersOf, consultationNews, placeOfConsultation, recordConsultation, repliersOf } from './consultation-records.js';
import { openConsultation } from './consultation-opening.js';
import { ConsultationReply } from './consultation-reply.entity.js';

const ACTOR = 'job:watch-consultations';

/** What the calendar does to consultations: opens and closes them, reminds, and marks a response that is late. Each once. */
@Injectable()
export class ConsultationClockService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** @returns how many things it did. */
  async run(now: Date): Promise<number> {
    const today = londonDate(now);
    const turns = new EachInTurn();
    await this.each(turns, { state: 'announced', opensOn: LessThanOrEqual(today), missionId: ofOpenMission() }, 'CONSULTATION_OPENED', (tx, consultation) => openConsultation(tx, this.notices, consultation));
    await this.each(turns, { state: 'open', closesOn: LessThan(today) }, 'CONSULTATION_CLOSED', (tx, consultation) => this.close(tx, consultation));
    await this.each(turns, { state: 'closed', respondBy: LessThan(today), overdueAt: IsNull(), missionId: ofOpenMission() }, 'CONSULTATION_OVERDUE', (tx, consultation) => this.markOverdue(tx, consultation));
    if (isReminderTime(now)) await this.remind(turns, today);
    return turns.finish();
  }

  private async close(tx: Transaction, consultation: Consultation): Promise<void> {
    const replies = await repliesOf(tx, consultation);
    const sent = replies.filter(({ state }) => state === 'sent');
    await tx.repository(ConsultationReply).update({ consultationId: consultation.id, state: In(['invited', 'drafted']) }, { state: 'no-reply' });
    await tx.repository(Consultation).update({ id: consultation.id }, { state: 'closed' });
    await recordConsultation(tx, null, consultation.id, { action: 'close', text: `${sent.length} of ${replies.length}` });
    const news = { ...consultationNews(consultation, consultation.respondBy), replies: sent.length, invited: replies.length };
    await this.notices.tell(tx, CONSULTATION_CLOSED, await askersOf(tx, consultation), news, placeOfConsultation(consultation));
  }

  private async markOverdue(tx: Transaction, consultation: Consultation): Promise<void> {
    await tx.repository(Consultation).update({ id: consultation.id }, { overdueAt: tx.now });
    await recordConsultation(tx, null, consultation.id, { action: 'mark-overdue' });
    await this.notices.tell(tx, CONSULTATION_OVERDUE, await askersOf(tx, consultation), consultationNews(consultation, consultation.respondBy), placeOfConsultation(consultation));
  }

  private async remind(turns: EachInTurn, today: string): Promise<void> {
    const waiting = await this.unitOfWork.reader.find(ConsultationReply, {
      where: { state: In(['invited', 'drafted']), consultation: { state: 'open', missionId: ofOpenMission() } }, relations: { consultation: true }, order: { id: 'ASC' },
    });
    if (waiting.length === 0) return;
    const calendar = await this.calendars.of();
    const due = waiting.filter(({ remindedBefore, consultation }) => reminderDue({ dueOn: consultation.closesOn, remindedBefore }, REPLY_REMINDERS, today, calendar) !== null);
    await turns.run(due, ({ id }) => `consultation-reply:${id}`, ({ id }) =>
      this.unitOfWork.run({ actor: ACTOR, event: 'CONSULTATION_REMINDED', subject: `consultation-reply:${id}` }, async (tx) => {
        const { remindedBefore, state, consultationId, organisationId } = await tx.repository(ConsultationReply).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
        const consultation = await tx.repository(Consultation).findOneOrFail({ where: { id: consultationId }, relations: { organisation: true } });
        const days = reminderDue({ dueOn: consultation.closesOn, remindedBefore }, REPLY_REMINDERS, today, calendar);
        if (days === null || (state !== 'invited' && state !== 'drafted')) return 0;
        await tx.repository(ConsultationReply).update({ id }, { remindedBefore: days });
        await recordConsultation(tx, null, consultationId, { action: 'remind', organisationId, text: String(days) });
        const body = await tx.repository(Organisation).findOneByOrFail({ id: organisationId });
        await this.notices.tell(tx, CONSULTATION_CLOSING, await repliersOf(tx, body), { ...consultationNews(consultation, consultation.closesOn), days }, placeOfConsultation(consultation));
        return 1;
      }),
    );
  }

  /** Each under its lock, in a unit of work of its own; one that has moved on meanwhile is left. */
  private async each(turns: EachInTurn, where: object, event: string, act: (tx: Transaction, consultation: Consultation) => Promise<void>): Promise<void> {
    const found = await this.unitOfWork.reader.find(Consultation, { where, order: { reference: 'ASC' } });
    await turns.run(found, ({ id }) => `consultation:${id}`, ({ id }) =>
      this.unitOfWork.run({ actor: ACTOR, event, subject: `consultation:${id}` }, async (tx) => {
        const locked = await tx.repository(Consultation).findOne({ where: { id, ...where }, lock: { mode: 'pessimistic_write' } });
        if (!locked) return 0;
        await act(tx, await tx.repository(Consultation).findOneOrFail({ where: { id }, relations: { organisation: true } }));
        return 1;
      }),
    );
  }
}

async function repliesOf(tx: Transaction, { id }: Consultation): Promise<ConsultationReply[]> {
  return tx.repository(ConsultationReply).find({ where: { consultationId: id }, relations: { organisation: true }, order: { organisation: { name: 'ASC' } } });
}
