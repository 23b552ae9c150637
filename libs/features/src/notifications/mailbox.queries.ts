import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Settings } from '#platform/config/settings.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { notificationsWords } from './notifications.words.js';

/** Every message that Waymark wrote and what became of it; none is dropped unseen. */
@Injectable()
export class MailboxQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  /** The latest 200, newest first. */
  async latest(actor: Actor): Promise<MailMessage[]> {
    requirePermission(actor, 'mailbox.read');
    return this.dataSource.getRepository(MailMessage).find({ order: { writtenAt: 'DESC', id: 'ASC' }, take: 200 });
  }

  async byId(actor: Actor, id: string): Promise<MailMessage> {
    requirePermission(actor, 'mailbox.read');
    const message = await this.dataSource.getRepository(MailMessage).findOneBy({ id });
    if (!message) throw ApplicationError.notFound('That message');
    return message;
  }

  /** Subscribers are nobody's business, unless their mail could not be handed over and somebody must see why. */
  recipientOf({ about, state, recipient }: MailMessage): string {
    return /^subscri(ber|ption)/.test(about) && state !== 'failed' ? notificationsWords.subscriber : recipient;
  }

  /** Bodies carry sign-in links: outside a demonstration nobody but the addressee reads them. */
  get bodiesAreShown(): boolean {
    return this.settings.WAYMARK_DEMO;
  }
}
