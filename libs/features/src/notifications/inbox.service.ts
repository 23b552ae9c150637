import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Notice } from './notice.entity.js';
import { type MailRhythm, NoticePreference } from './notice-preference.entity.js';

/** What people do to their own inbox. Nobody opens another's, administrators included. */
@Injectable()
export class InboxService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Marks one as read; once is enough. @throws ApplicationError 404 for another person's as for an unknown one. */
  async read(actor: Actor, id: string): Promise<void> {
    requirePermission(actor, 'inbox.read');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'NOTICE_READ', subject: `user:${actor.id}` }, async (tx) => {
      if (!(await tx.repository(Notice).existsBy({ id, userId: actor.id }))) throw ApplicationError.notFound('That notice');
      await tx.repository(Notice).update({ id, userId: actor.id, readAt: IsNull() }, { readAt: tx.now });
    });
  }

  /** @returns how many were unread. */
  async readAll(actor: Actor): Promise<number> {
    requirePermission(actor, 'inbox.read');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'NOTICE_READ', subject: `user:${actor.id}` }, async (tx) => {
      const { affected } = await tx.repository(Notice).update({ userId: actor.id, readAt: IsNull() }, { readAt: tx.now });
      return affected ?? 0;
    });
  }

  /** What waits for a digest goes with the next one, whatever is chosen now. */
  async choose(actor: Actor, mail: MailRhythm): Promise<void> {
    requirePermission(actor, 'inbox.read');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'MAIL_RHYTHM_CHOSEN', subject: `user:${actor.id}`, facts: { mail } }, async (tx) => {
      await tx.repository(NoticePreference).upsert({ userId: actor.id, mail }, ['userId']);
    });
  }
}
