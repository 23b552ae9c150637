import { Module } from '@nestjs/common';
import { MailModule } from '#platform/mail/mail.module.js';
import { MailboxQueries } from './mailbox.queries.js';

@Module({ imports: [MailModule], providers: [MailboxQueries], exports: [MailboxQueries] })
export class NotificationsModule {}
