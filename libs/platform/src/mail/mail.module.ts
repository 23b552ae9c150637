import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '#platform/config/settings.js';
import { MailMessage } from './mail-message.entity.js';
import { createMailTransport, MAIL_TRANSPORT } from './mail-transport.js';
import { SendMailHandler } from './send-mail.handler.js';
import { TryMailAgainWatch } from './try-mail-again.watch.js';

/** For every process: messages can be written. */
@Module({ imports: [TypeOrmModule.forFeature([MailMessage])] })
export class MailModule {}

/** For processes that run jobs: messages are handed over. */
@Module({
  imports: [MailModule],
  providers: [
    { provide: MAIL_TRANSPORT, inject: [Settings], useFactory: createMailTransport },
    SendMailHandler,
    TryMailAgainWatch,
  ],
})
export class MailJobsModule {}
