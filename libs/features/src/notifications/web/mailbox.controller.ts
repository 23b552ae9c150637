import { Controller, Get, Param, ParseUUIDPipe, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { longDateTime } from '#platform/pages/dates.js';
import { MailboxQueries } from '../mailbox.queries.js';
import { notificationsPaths } from '../notifications.paths.js';
import { notificationsWords } from '../notifications.words.js';

interface MailboxPage {
  title: string;
  words: typeof notificationsWords;
  messages: { href: string; subject: string; recipient: string; written: string; state: { text: string; classes: string } }[];
}

interface MessagePage {
  title: string;
  backLink: { text: string; href: string };
  facts: { key: { text: string }; value: { text: string } }[];
  body: string | undefined;
  hidden: string;
}

@Controller()
export class MailboxController {
  constructor(private readonly mailbox: MailboxQueries) {}

  @Get(notificationsPaths.mailbox)
  @Access('mailbox.read', 'MAILBOX_READ')
  @Render('notifications/web/views/mailbox.njk')
  async list(@CurrentActor() actor: Actor): Promise<MailboxPage> {
    const messages = await this.mailbox.latest(actor);
    return {
      title: notificationsWords.title,
      words: notificationsWords,
      messages: messages.map((message) => ({
        href: notificationsPaths.message(message.id),
        subject: message.subject,
        recipient: this.mailbox.recipientOf(message),
        written: longDateTime(message.writtenAt),
        state: notificationsWords.states[message.state],
      })),
    };
  }

  @Get(notificationsPaths.message(':id'))
  @Access('mailbox.read', 'MAILBOX_READ')
  @Render('notifications/web/views/message.njk')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MessagePage> {
    const message = await this.mailbox.byId(actor, id);
    const facts = {
      To: this.mailbox.recipientOf(message),
      Written: longDateTime(message.writtenAt),
      State: notificationsWords.states[message.state].text,
      Sent: message.sentAt ? longDateTime(message.sentAt) : 'Not yet',
      Reference: message.id,
      ...(message.lastError ? { 'Last error': message.lastError } : {}),
    };
    return {
      title: `${message.subject}, to ${this.mailbox.recipientOf(message)}`,
      backLink: { text: 'Back to mail', href: notificationsPaths.mailbox },
      facts: Object.entries(facts).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
      body: this.mailbox.bodiesAreShown ? message.body : undefined,
      hidden: notificationsWords.hidden,
    };
  }
}
