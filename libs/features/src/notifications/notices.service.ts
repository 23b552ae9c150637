import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Settings } from '#platform/config/settings.js';
import { post } from '#platform/mail/post.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Notice } from './notice.entity.js';
import { NoticePreference } from './notice-preference.entity.js';
import { type NoticeText } from './notice-text.js';

/** A person with an inbox. */
export interface NoticeReader {
  id: string;
  name: string;
  email: string;
}

/** Whom a notice is for. A person who is named twice is told once. */
export interface NoticeReaders {
  people: readonly NoticeReader[];
  /** Addresses of offices, which have no inbox and are mailed at once. */
  mailboxes?: readonly { name: string; email: string }[];
}

/** What a notice is about and where its reader goes on. */
export interface NoticePlace {
  /** `<noun>:<id>` */
  about: string;
  /** Path of the page; null where there is none. */
  path: string | null;
}

/** Tells people of a fact, in the fact's own transaction: a line in each inbox, and mail at once or in their digest. */
@Injectable()
export class Notices {
  constructor(private readonly settings: Settings) {}

  async tell<News>(tx: Transaction, text: NoticeText<News>, { people, mailboxes = [] }: NoticeReaders, news: News, { about, path }: NoticePlace): Promise<void> {
    const readers = [...new Map(people.map((person) => [person.id, person])).values()];
    const waiting = text.urgent ? new Set<string>() : await waitingForDigest(tx, readers);
    const subject = text.subject(news);
    const paragraphs = text.paragraphs(news, path === null ? '' : `${this.settings.baseUrl}${path}`);
    for (const { id, name, email } of readers) {
      const mailedAt = waiting.has(id) ? null : tx.now;
      await tx.repository(Notice).insert({ userId: id, kind: text.kind, subject, body: paragraphs.join('\n\n'), path, about, writtenAt: tx.now, readAt: null, mailedAt });
      if (mailedAt) await post(tx, { recipient: email, subject, body: letter(name, paragraphs), about });
    }
    const offices = [...new Map(mailboxes.map((mailbox) => [mailbox.email, mailbox])).values()];
    for (const { name, email } of offices.filter((office) => !readers.some((reader) => reader.email === office.email))) {
      await post(tx, { recipient: email, subject, body: letter(name, paragraphs), about });
    }
  }
}

function letter(name: string, paragraphs: readonly string[]): string {
  return `${[`Dear ${name},`, ...paragraphs].join('\n\n')}\n`;
}

async function waitingForDigest(tx: Transaction, readers: readonly NoticeReader[]): Promise<Set<string>> {
  const chosen = await tx.repository(NoticePreference).findBy({ userId: In(readers.map(({ id }) => id)) });
  return new Set(chosen.filter(({ mail }) => mail !== 'each').map(({ userId }) => userId));
}
