import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { REPLY_STATES, type ReplyAction } from '#domain/consultations/consultation-status.js';
import { REPLY_WORKFLOW } from '#domain/consultations/reply-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Consultation } from './consultation.entity.js';
import { recordConsultation } from './consultation-records.js';
import { ConsultationReply } from './consultation-reply.entity.js';

/** A reply as its page showed it. */
export interface OpenedReply {
  reference: string;
  rowVersion: number;
}

export interface ReplyWords {
  text: string;
  /** Null where nothing is decided yet. */
  confidential: boolean | null;
  confidentialReason: string;
}

const EVENTS: Record<Exclude<ReplyAction, 'lapse'>, string> = { save: 'CONSULTATION_REPLY_SAVED', send: 'CONSULTATION_REPLY_SENT', 'take-back': 'CONSULTATION_REPLY_TAKEN_BACK' };

/** What an invited body does with its reply. Nobody else sees it before the last day has passed. */
@Injectable()
export class ConsultationRepliesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async save(actor: Actor, opened: OpenedReply, words: ReplyWords): Promise<void> {
    requirePermission(actor, 'consultation.answer');
    if (words.text.trim() === '') throw ApplicationError.invalid([{ code: 'text-missing', message: 'Enter your reply', field: 'text' }]);
    await this.move(actor, opened, 'save', { ...words, confidentialReason: words.confidential ? words.confidentialReason.trim() : '' });
  }

  async send(actor: Actor, opened: OpenedReply): Promise<void> {
    requirePermission(actor, 'consultation.answer');
    await this.move(actor, opened, 'send', {});
  }

  async takeBack(actor: Actor, opened: OpenedReply): Promise<void> {
    requirePermission(actor, 'consultation.answer');
    await this.move(actor, opened, 'take-back', {});
  }

  private async move(actor: Actor, { reference, rowVersion }: OpenedReply, action: Exclude<ReplyAction, 'lapse'>, change: Partial<ReplyWords>): Promise<void> {
    await this.unitOfWork.run({ actor: auditName(actor), event: EVENTS[action], subject: `consultation:${reference}` }, async (tx) => {
      // shared, so that it is not closed meanwhile
      const consultation = await tx.repository(Consultation).findOne({ where: { reference }, lock: { mode: 'pessimistic_read' } });
      if (!consultation) throw ApplicationError.notFound('That consultation');
      const reply = await tx.repository(ConsultationReply).findOne({
        where: { consultationId: consultation.id, organisationId: actor.organisationId ?? '00000000-0000-0000-0000-000000000000' }, lock: { mode: 'pessimistic_write' },
      });
      if (!reply) throw ApplicationError.forbidden('Your organisation is not asked in this consultation', 'not-invited');
      if (reply.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this reply since you opened it');
      const arrow = transitionFor(REPLY_WORKFLOW, reply.state, action, ['body']);
      if (!arrow) throw ApplicationError.conflict(`The reply stands at “${REPLY_STATES[reply.state]}”, so this is not possible now`, 'not-from-here');
      const next = { ...reply, ...change };
      const today = londonDate(tx.now);
      const open = consultation.state === 'open' && today >= consultation.opensOn && today <= consultation.closesOn;
      const refusals = arrow.refuse?.({ ...next, open }) ?? [];
      if (refusals.some(({ code }) => code === 'not-open')) throw ApplicationError.conflict(refusals[0]?.message ?? '', 'not-open');
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      await tx.repository(ConsultationReply).save({ ...next, state: arrow.to, sentAt: action === 'send' ? tx.now : action === 'take-back' ? null : next.sentAt });
      await recordConsultation(tx, actor, consultation.id, { action, organisationId: reply.organisationId });
    });
  }
}
