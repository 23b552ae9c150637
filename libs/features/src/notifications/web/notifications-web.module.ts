import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox.module.js';
import { NotificationsModule } from '../notifications.module.js';
import { InboxController } from './inbox.controller.js';
import { MailRhythmController } from './mail-rhythm.controller.js';
import { MailboxController } from './mailbox.controller.js';

/** The fixed paths below /inbox before the one with an id. */
@Module({ imports: [InboxModule, NotificationsModule], controllers: [MailRhythmController, InboxController, MailboxController] })
export class NotificationsWebModule {}
