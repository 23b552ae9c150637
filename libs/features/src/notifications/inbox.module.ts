import { Module } from '@nestjs/common';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { DigestsService } from './digests.service.js';
import { InboxQueries } from './inbox.queries.js';
import { InboxService } from './inbox.service.js';
import { NotificationsModule } from './notifications.module.js';

/** Inboxes and digests, which count working days. */
@Module({ imports: [CalendarModule, NotificationsModule], providers: [DigestsService, InboxQueries, InboxService], exports: [DigestsService, InboxQueries, InboxService] })
export class InboxModule {}
