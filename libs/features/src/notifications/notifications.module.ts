import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailModule } from '#platform/mail/mail.module.js';
import { MailboxQueries } from './mailbox.queries.js';
import { Notice } from './notice.entity.js';
import { NoticePreference } from './notice-preference.entity.js';
import { Notices } from './notices.service.js';

/** For rooms that tell people of something: no calendar and no pages, so that every room can import it. */
@Module({ imports: [TypeOrmModule.forFeature([Notice, NoticePreference]), MailModule], providers: [MailboxQueries, Notices], exports: [MailboxQueries, Notices] })
export class NotificationsModule {}
