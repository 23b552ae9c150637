import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Rhythm } from '#domain/subscriptions/subscription-subject.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { SUBJECT } from './subscription-asking.service.js';
import { type LinkKind, SubscriptionLinks } from './subscription-links.js';
import { Subscriber } from './subscriber.entity.js';
import { Subscription } from './subscription.entity.js';
import { subscriptionsWords } from './subscriptions.words.js';

/** What subscribers do with what they have: the link in their mail says who they are. Each end of a subscription deletes it. */
@Injectable()
export class OwnSubscriptions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: SubscriptionLinks,
  ) {}

  /** The subscriber's id. @throws ApplicationError where the link is not of our making */
  subscriberOf(token: string): string {
    return this.idIn(token, ['own']).id;
  }

  /** In the order of their beginning; none where all are ended. */
  async list(token: string): Promise<Subscription[]> {
    return this.unitOfWork.reader.find(Subscription, { where: { subscriberId: this.subscriberOf(token) }, order: { since: 'ASC', subject: 'ASC' } });
  }

  async change(token: string, id: string, rhythm: Rhythm): Promise<void> {
    const subscriberId = this.subscriberOf(token);
    await this.unitOfWork.run({ actor: 'visitor', event: 'SUBSCRIPTION_CHANGED', subject: SUBJECT, facts: { rhythm } }, async (tx) => {
      const { affected } = isUUID(id) ? await tx.repository(Subscription).update({ id, subscriberId }, { rhythm }) : { affected: 0 };
      if (!affected) throw ApplicationError.notFound(subscriptionsWords.own.theSubscription);
    });
  }

  async stop(token: string, id: string): Promise<void> {
    const subscriberId = this.subscriberOf(token);
    await this.end((tx) => removeOne(tx, isUUID(id) ? id : null, subscriberId));
  }

  async stopAll(token: string): Promise<void> {
    const subscriberId = this.subscriberOf(token);
    await this.end((tx) => removeSubscriber(tx, subscriberId));
  }

  /** What a link in mail ends. @throws ApplicationError where it is not of our making */
  scopeOf(token: string): 'one' | 'every' {
    return this.idIn(token, ['one', 'every']).kind === 'one' ? 'one' : 'every';
  }

  /** One click, of a person or a mail program; a second one finds nothing and is as well. */
  async unsubscribe(token: string): Promise<'one' | 'every'> {
    const { kind, id } = this.idIn(token, ['one', 'every']);
    await this.end((tx) => (kind === 'one' ? removeOne(tx, id) : removeSubscriber(tx, id)));
    return kind === 'one' ? 'one' : 'every';
  }

  private idIn(token: string, kinds: readonly LinkKind[]): { kind: LinkKind; id: string } {
    const link = this.links.read(token);
    if (!link || !kinds.includes(link.kind) || !isUUID(link.id)) throw ApplicationError.notFound(subscriptionsWords.own.theLink);
    return link;
  }

  private async end(work: (tx: Transaction) => Promise<number>): Promise<void> {
    await this.unitOfWork.run({ actor: 'visitor', event: 'SUBSCRIPTION_ENDED', subject: SUBJECT }, async (tx) => tx.describe({ ended: await work(tx) }));
  }
}

/** @param subscriberId whose it must be, where that is asked @returns how many ended */
async function removeOne(tx: Transaction, id: string | null, subscriberId?: string): Promise<number> {
  const subscription = id === null ? null : await tx.repository(Subscription).findOneBy({ id, ...(subscriberId ? { subscriberId } : {}) });
  if (!subscription) return 0;
  await tx.repository(Subscriber).findOne({ where: { id: subscription.subscriberId }, lock: { mode: 'pessimistic_write' } });
  const { affected } = await tx.repository(Subscription).delete({ id: subscription.id });
  await tx.manager.query('DELETE FROM mail_messages WHERE about = $1', [`subscription:${subscription.id}`]);
  const left = await tx.repository(Subscription).countBy({ subscriberId: subscription.subscriberId });
  if (left === 0) await removeSubscriber(tx, subscription.subscriberId);
  return affected ?? 0;
}

/** With all that hangs on it and the mail that was written to it, so that the address is nowhere. */
async function removeSubscriber(tx: Transaction, id: string): Promise<number> {
  const subscriber = await tx.repository(Subscriber).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!subscriber) return 0;
  const subscriptions = await tx.repository(Subscription).findBy({ subscriberId: id });
  await tx.manager.query('DELETE FROM mail_messages WHERE about = ANY($1)', [[`subscriber:${id}`, ...subscriptions.map((subscription) => `subscription:${subscription.id}`)]]);
  await tx.manager.query(
    `WITH requests AS (DELETE FROM subscription_requests WHERE email = $1 RETURNING id) DELETE FROM mail_messages WHERE about IN (SELECT 'subscription-request:' || id FROM requests)`,
    [subscriber.email],
  );
  await tx.repository(Subscriber).delete(id);
  return subscriptions.length;
}
