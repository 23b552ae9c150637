import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { replyRefusals } from '#domain/reports/fact-check-reply.js';
import { requirePermission } from '#features/access/access.guard.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { FactCheckReply } from './fact-check-reply.entity.js';
import { FactCheckWindow } from './fact-check-window.entity.js';

/** A reply as its page showed it. */
export interface OpenedFactCheck {
  id: string;
  rowVersion: number;
}

/** A lead department's right of reply: its officials draft, its senior responsible owner sends. */
@Injectable()
export class FactCheckRepliesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async save(actor: Actor, opened: OpenedFactCheck, text: string): Promise<void> {
    requirePermission(actor, 'report.check');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'FACT_CHECK_REPLY_SAVED', subject: `fact-check:${opened.id}` }, async (tx) => {
      const reply = await take(tx, actor, opened, text);
      await tx.repository(FactCheckReply).save({ ...reply, text, state: 'drafted' as const, draftedBy: actor.id });
    });
  }

  /** Sends what was saved, word for word. */
  async send(actor: Actor, opened: OpenedFactCheck): Promise<void> {
    requirePermission(actor, 'report.send-reply');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'FACT_CHECK_REPLY_SENT', subject: `fact-check:${opened.id}` }, async (tx) => {
      const reply = await take(tx, actor, opened);
      await tx.repository(FactCheckReply).save({ ...reply, state: 'sent' as const, sentBy: actor.id, sentAt: tx.now });
    });
  }
}

/** @throws ApplicationError 404 unknown or another department's, 409 changed, sent or closed meanwhile */
async function take(tx: Transaction, actor: Actor, { id, rowVersion }: OpenedFactCheck, typed?: string): Promise<FactCheckReply> {
  const reply = isUUID(id) ? await tx.repository(FactCheckReply).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!reply || reply.organisationId === null || reply.organisationId !== actor.organisationId) throw ApplicationError.notFound('That fact-check');
  const window = await tx.repository(FactCheckWindow).findOneOrFail({ where: { id: reply.windowId }, lock: { mode: 'pessimistic_read' } });
  if (reply.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this reply since you opened it');
  const windowOpen = window.state === 'open' && londonDate(tx.now) <= window.closesOn;
  const refusals = replyRefusals({ text: typed ?? reply.text, state: reply.state, windowOpen });
  const [moved] = refusals.filter(({ field }) => field === undefined);
  if (moved) throw ApplicationError.conflict(moved.message, moved.code);
  if (refusals.length > 0) throw ApplicationError.invalid(refusals);
  return reply;
}
