import { Injectable } from '@nestjs/common';
import { concerns, newestFirst, type PublicChange } from '#domain/public-changes/public-change.js';
import { MOST_SINGLE_MAILS, subjectOf } from '#domain/subscriptions/subscription-subject.js';
import { countUnlessDone, DoneElsewhere } from '#features/calendar/done-elsewhere.js';
import { type ChangeRegisters } from '#features/public-changes/change-registers.js';
import { type ListedChanges, PublicChanges } from '#features/public-changes/public-changes.queries.js';
import { Settings } from '#platform/config/settings.js';
import { londonDate, londonInstant } from '#platform/clock/clock.js';
import { PhraseBook } from '#platform/language/phrase-book.js';
import { post } from '#platform/mail/post.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { mailIn } from './subscriber-language.js';
import { SUBJECT } from './subscription-asking.service.js';
import { SubscriptionLinks } from './subscription-links.js';
import { Subscriber } from './subscriber.entity.js';
import { Subscription } from './subscription.entity.js';
import { subscriptionsWords as words } from './subscriptions.words.js';

/** How far back a round looks: news that waited longer than this, for a service that stood still, is on the pages and not mailed. */
const LOOK_BACK_MS = 35 * 86_400_000;
const DAY_MS = 86_400_000;
const DIGEST_HOUR = '08:00';

/** Tells subscribers what changed in public, each of each change once. */
@Injectable()
export class SubscriberMail {
  /** What the last round saw; a round that would see the same asks no further. */
  private seen = '';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: PublicChanges,
    private readonly links: SubscriptionLinks,
    private readonly settings: Settings,
    private readonly book: PhraseBook,
  ) {}

  /** @returns how many subscribers were told */
  async tell(now: Date): Promise<number> {
    const subscriptions = await this.unitOfWork.reader.find(Subscription, { order: { since: 'ASC', id: 'ASC' } });
    if (subscriptions.length === 0) return 0;
    const stamp = await this.stamp(now, subscriptions);
    if (stamp === this.seen) return 0;
    const from = new Date(Math.max(now.getTime() - LOOK_BACK_MS, Math.min(...subscriptions.map(({ since }) => since.getTime()))));
    const places = new Set(subscriptions.map(({ subject }) => subjectOf(subject)).flatMap((subject) => (subject?.kind === 'place' ? [subject.key] : [])));
    const listed = await this.changes.between({ from, to: now }, [...places]);
    const told = await this.told(new Date(from.getTime() - DAY_MS));
    const waiting = [...bySubscriber(subscriptions)].filter(([id, own]) => newsFor(own, listed, now).some(({ change }) => !told.get(id)?.has(change.id)));
    const turns = new EachInTurn();
    await turns.run(waiting, ([id]) => `subscriber:${id}`, ([id]) => this.tellOne(id, listed, now));
    const count = turns.finish();
    this.seen = stamp;
    return count;
  }

  /** Everything that a round depends on: what has happened, who is subscribed to what, and the hour, which ends embargoes and begins digests. */
  private async stamp(now: Date, subscriptions: readonly Subscription[]): Promise<string> {
    const [last]: { position: string }[] = await this.unitOfWork.reader.query(`SELECT position FROM audit_entries WHERE event <> 'MAIL_SENT' ORDER BY position DESC LIMIT 1`);
    return [last?.position, Math.floor(now.getTime() / 1_800_000), subscriptions.length].join(' ');
  }

  private async told(since: Date): Promise<Map<string, Set<string>>> {
    const rows: { id: string; changes: string[] }[] = await this.unitOfWork.reader.query('SELECT subscriber_id AS id, array_agg(change_id) AS changes FROM subscription_tellings WHERE told_at > $1 GROUP BY subscriber_id', [since]);
    return new Map(rows.map(({ id, changes }) => [id, new Set(changes)]));
  }

  /** Of two workers at once the second waits for the row, and finds all of it told. */
  private async tellOne(subscriberId: string, listed: ListedChanges, now: Date): Promise<number> {
    const move = { actor: 'watch:tell-subscribers', event: 'SUBSCRIBER_TOLD', subject: SUBJECT };
    return countUnlessDone(this.unitOfWork.run(move, async (tx) => {
      const subscriber = await tx.repository(Subscriber).findOne({ where: { id: subscriberId }, lock: { mode: 'pessimistic_write' } });
      const own = subscriber ? await tx.repository(Subscription).find({ where: { subscriberId }, order: { since: 'ASC', id: 'ASC' } }) : [];
      const news = newsFor(own, listed, now);
      const claimed: { change_id: string }[] = await tx.manager.query(
        'INSERT INTO subscription_tellings (subscriber_id, change_id, told_at) SELECT $1, unnest($2::text[]), $3 ON CONFLICT DO NOTHING RETURNING change_id',
        [subscriberId, news.map(({ change }) => change.id), tx.now],
      );
      const fresh = news.filter(({ change }) => claimed.some(({ change_id: id }) => id === change.id));
      tx.describe({ changes: fresh.length });
      if (!subscriber || fresh.length === 0) throw new DoneElsewhere();
      for (const parcel of parcelsOf(fresh)) await this.send(tx, subscriber, parcel);
    }));
  }

  private async send(tx: Transaction, { id, email, language }: Subscriber, parcel: readonly News[]): Promise<void> {
    const [first, ...others] = new Set(parcel.flatMap(({ subscriptions }) => subscriptions));
    const only = first && others.length === 0 ? first : undefined;
    const end = only ? this.links.unsubscribe('one', only.id) : this.links.unsubscribe('every', id);
    const lines = parcel.map(({ change: { title, sentence, path } }) => ({ title, sentence, address: `${this.settings.baseUrl}${path}` }));
    await post(tx, {
      recipient: email,
      ...mailIn(language, words.mail.news(lines, { own: this.links.own(id), end, endsAll: !only, weekly: parcel.every(({ weekly }) => weekly) }), this.book),
      about: only ? `subscription:${only.id}` : `subscriber:${id}`,
      unsubscribeUrl: end,
    });
  }
}

interface News {
  change: PublicChange;
  /** Those of the reader's that it is told for. */
  subscriptions: readonly Subscription[];
  weekly: boolean;
}

/** What a reader is due at this moment, told or not, the oldest first. Weekly ones are due up to Monday's hour. */
function newsFor(subscriptions: readonly Subscription[], { changes, registers }: ListedChanges, now: Date): News[] {
  const monday = lastMonday(now);
  return changes
    .toSorted((a, b) => newestFirst(b, a))
    .flatMap((change) => {
      const due = subscriptions.filter(({ subject, since, rhythm }) => change.at > since && (rhythm === 'at-once' || change.at < monday) && isAbout(change, subject, registers));
      if (due.length === 0) return [];
      return [{ change, subscriptions: due, weekly: due.every(({ rhythm }) => rhythm === 'weekly') }];
    });
}

function bySubscriber(subscriptions: readonly Subscription[]): Map<string, Subscription[]> {
  const grouped = new Map<string, Subscription[]>();
  for (const subscription of subscriptions) grouped.set(subscription.subscriberId, [...(grouped.get(subscription.subscriberId) ?? []), subscription]);
  return grouped;
}

function isAbout(change: PublicChange, text: string, registers: ChangeRegisters): boolean {
  const subject = subjectOf(text);
  if (subject === null) return false;
  if (subject.kind === 'all') return true;
  const mission = subject.kind === 'mission' ? registers.missionAt(subject.key) : undefined;
  // of a mission whose framework is closed nothing more is told than that
  if (mission && !registers.ranAt(mission.id, change.at)) return false;
  const id = subject.kind === 'mission' ? mission?.id : subject.kind === 'department' ? registers.departmentAt(subject.key)?.id : subject.key;
  return id !== undefined && concerns(change, { [subject.kind]: id });
}

/** One mail a change; many at one moment come together, and the week's always do. */
function parcelsOf(news: readonly News[]): News[][] {
  const weekly = news.filter((item) => item.weekly);
  const atOnce = news.filter((item) => !item.weekly);
  const single = atOnce.length <= MOST_SINGLE_MAILS ? atOnce.map((item) => [item]) : [atOnce];
  return weekly.length > 0 ? [...single, weekly] : single;
}

/** The last Monday at eight in London that has come. */
function lastMonday(now: Date): Date {
  for (let days = 0; ; days += 1) {
    const day = londonDate(new Date(now.getTime() - days * DAY_MS));
    const hour = londonInstant(day, DIGEST_HOUR);
    if (new Date(`${day}T12:00:00Z`).getUTCDay() === 1 && hour <= now) return hour;
  }
}
