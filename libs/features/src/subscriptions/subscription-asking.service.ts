import { Injectable } from '@nestjs/common';
import { DAYS_TO_CONFIRM, MOST_OF_ADDRESS, MOST_OF_NETWORK, networkOf, type Rhythm } from '#domain/subscriptions/subscription-subject.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type PageLanguage } from '#platform/language/page-language.js';
import { PhraseBook } from '#platform/language/phrase-book.js';
import { post } from '#platform/mail/post.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { SubscriptionAttempt } from './subscription-attempt.entity.js';
import { mailIn } from './subscriber-language.js';
import { newSecret, secretHash, SubscriptionLinks } from './subscription-links.js';
import { SubscriptionNames } from './subscription-names.queries.js';
import { SubscriptionRequest } from './subscription-request.entity.js';
import { Subscriber } from './subscriber.entity.js';
import { Subscription } from './subscription.entity.js';
import { subscriptionsWords } from './subscriptions.words.js';

const HOUR_MS = 3_600_000;

/** What is written into the audit log of subscriptions: never whose they are. Pages do not change by it. */
export const SUBJECT = 'page:subscriptions';

export interface AskedSubscription {
  email: string;
  subject: string;
  rhythm: Rhythm;
  /** Of the page on which it is asked, and of the mail from then on. */
  language: PageLanguage;
  /** Of whoever asks. */
  ip: string;
}

/** Asking for a subscription, and confirming the address. Nobody learns from the answers whether an address is known. */
@Injectable()
export class SubscriptionAsking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: SubscriptionLinks,
    private readonly names: SubscriptionNames,
    private readonly book: PhraseBook,
  ) {}

  /**
   * Mails a link to the address. One that is asked for too often is not mailed, and nobody is told: a mailbox is not a weapon.
   * @throws ApplicationError where there is no such subject, or the network asks too often
   */
  async ask({ email, subject, rhythm, language, ip }: AskedSubscription): Promise<void> {
    const named = await this.names.of(subject);
    if (!named) throw ApplicationError.invalid([{ code: 'unknown-subject', message: subscriptionsWords.errors.subject, field: 'subject' }]);
    if (named.ended) throw ApplicationError.invalid([{ code: 'ended-subject', message: subscriptionsWords.errors.ended, field: 'subject' }]);
    const recipient = email.trim().toLowerCase();
    await this.unitOfWork.run({ actor: 'visitor', event: 'SUBSCRIPTION_ASKED', subject: SUBJECT, facts: { about: subject, rhythm } }, async (tx) => {
      if (!(await this.mayAsk(tx, `network ${networkOf(ip)}`, MOST_OF_NETWORK))) {
        throw ApplicationError.invalid([{ code: 'too-many', message: subscriptionsWords.errors.tooMany, field: 'email' }]);
      }
      if (!(await this.mayAsk(tx, `address ${recipient}`, MOST_OF_ADDRESS))) return;
      const secret = newSecret();
      const expiresAt = new Date(tx.now.getTime() + DAYS_TO_CONFIRM * 24 * HOUR_MS);
      const { id } = await tx.repository(SubscriptionRequest).save({ email: recipient, subject, rhythm, language, secretHash: secretHash(secret), askedAt: tx.now, expiresAt, subscriberId: null });
      await post(tx, { recipient, ...mailIn(language, subscriptionsWords.mail.confirm(named.name, this.links.confirm(secret)), this.book), about: `subscription-request:${id}` });
    });
  }

  /** What a mailed link would confirm; null where it is unknown or too old. Reading it spends nothing: mail scanners open links. */
  async asked(secret: string, now: Date): Promise<SubscriptionRequest | null> {
    const request = await this.unitOfWork.reader.findOneBy(SubscriptionRequest, { secretHash: secretHash(secret) });
    return request && request.expiresAt > now ? request : null;
  }

  /**
   * Confirms the address. Of two presses at once the second finds it done and leads to the same page.
   * @returns the token of the subscriber's page @throws ApplicationError where the link is unknown or too old
   */
  async confirm(secret: string): Promise<string> {
    const known = await this.asked(secret, new Date(0));
    if (known?.subscriberId) return this.links.token('own', known.subscriberId);
    return this.unitOfWork.run({ actor: 'visitor', event: 'SUBSCRIPTION_CONFIRMED', subject: SUBJECT }, async (tx) => {
      const request = await tx.repository(SubscriptionRequest).findOne({ where: { secretHash: secretHash(secret) }, lock: { mode: 'pessimistic_write' } });
      if (!request || request.expiresAt <= tx.now) throw new ApplicationError('refused', 'link-not-good', subscriptionsWords.confirm.bad);
      tx.describe({ about: request.subject, rhythm: request.rhythm });
      if (request.subscriberId) return this.links.token('own', request.subscriberId);
      const subscriberId = await subscriberOf(tx, request);
      await tx.repository(Subscription).upsert({ subscriberId, subject: request.subject, rhythm: request.rhythm, since: tx.now }, ['subscriberId', 'subject']);
      await tx.repository(SubscriptionRequest).update(request.id, { email: null, subscriberId });
      await tx.manager.query('DELETE FROM mail_messages WHERE about = $1', [`subscription-request:${request.id}`]);
      return this.links.token('own', subscriberId);
    });
  }

  /** Counts an attempt where there is room for one in this hour. Held until the commit, so that attempts at once are counted one after another. */
  private async mayAsk(tx: Transaction, key: string, most: number): Promise<boolean> {
    const keyHash = this.links.hashOf(key);
    await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`subscriptions ${keyHash}`]);
    const attempts = tx.repository(SubscriptionAttempt);
    const made = await attempts.createQueryBuilder('attempt').where('attempt.keyHash = :keyHash AND attempt.at > :since', { keyHash, since: new Date(tx.now.getTime() - HOUR_MS) }).getCount();
    if (made >= most) return false;
    await attempts.insert({ keyHash, at: tx.now });
    return true;
  }
}

async function subscriberOf(tx: Transaction, { email, language }: SubscriptionRequest): Promise<string> {
  await tx.manager.query('INSERT INTO subscribers (email, language, confirmed_at) VALUES ($1, $2, $3) ON CONFLICT (email) DO UPDATE SET language = excluded.language', [email ?? '', language, tx.now]);
  return (await tx.repository(Subscriber).findOneOrFail({ where: { email: email ?? '' }, lock: { mode: 'pessimistic_write' } })).id;
}
