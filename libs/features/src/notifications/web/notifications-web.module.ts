import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications.module.js';
import { MailboxController } from './mailbox.controller.js';

@Module({ imports: [NotificationsModule], controllers: [MailboxController] })
export class NotificationsWebModule {}
