import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SubscriberMail } from '#features/subscriptions/subscriber-mail.service.js';
import { SubscriptionLinks } from '#features/subscriptions/subscription-links.js';
import { Subscriber } from '#features/subscriptions/subscriber.entity.js';
import { Subscription } from '#features/subscriptions/subscription.entity.js';
import { MAIL_TRANSPORT, type MailTransport } from '#platform/mail/mail-transport.js';
import { SEND_MAIL } from '#platform/mail/send-mail.job.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { JobRunner } from '#platform/queue/job-runner.js';
import { IsNull } from 'typeorm';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { saveLetter } from '../factories/letter.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const MISSION = 'mission:levelling-up-2022/education';
const MINUTES = 60_000;

/** News that is public and not mailed is lost to whoever asked for it: through a long stop, a mail server that is away, and a kill at any moment. */
describe('mail to subscribers', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let letters = 0;

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
  }, 60_000);
  afterAll(() => waymark?.close());
  beforeEach(async () => {
    await waymark.dataSource.query('DELETE FROM subscribers');
    waymark.clock.advance(60 * MINUTES);
    await waymark.runWatches();
    waymark.sent.length = 0;
  });

  async function subscribe(name: string, rhythm: 'at-once' | 'weekly' = 'at-once'): Promise<string> {
    const email = `${name}@example.org`;
    const { id } = await waymark.dataSource.getRepository(Subscriber).save({ email, confirmedAt: waymark.clock.now() });
    await waymark.dataSource.getRepository(Subscription).save({ subscriberId: id, subject: MISSION, rhythm, since: waymark.clock.now() });
    waymark.clock.advance(MINUTES);
    return email;
  }
  /** A letter on the mission becomes public now. @returns its reference */
  async function news(): Promise<string> {
    const reference = `LT-2026-N${(letters += 1).toString().padStart(3, '0')}`;
    await saveLetter(waymark.dataSource, { reference, missionId: education.mission.id, subject: reference, publishedAt: waymark.clock.now() });
    return reference;
  }
  /** How often each reference was mailed to an address. */
  const mailed = (email: string, references: readonly string[]): number[] =>
    references.map((reference) => waymark.sent.filter(({ recipient, body }) => recipient === email && body.includes(`/letters/${reference}`)).length);
  const owed = (): Promise<OutboxMessage[]> => waymark.dataSource.getRepository(OutboxMessage).find({ where: { kind: SEND_MAIL.name, doneAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } });
  const tell = (): Promise<number> => waymark.get(SubscriberMail).tell(waymark.clock.now());
  /** The mail server answers like this until the work is done. */
  async function whileServer(answer: (recipient: string) => void, work: () => Promise<void>): Promise<void> {
    const transport = waymark.get<MailTransport>(MAIL_TRANSPORT);
    const { send } = transport;
    transport.send = async (message) => {
      answer(message.recipient);
      await send(message);
    };
    try {
      await work();
    } finally {
      transport.send = send;
    }
  }
  const away = (): void => {
    throw new Error('connect ECONNREFUSED');
  };
  /** What the queue does with a job that fails: as many tries as its kind has. */
  async function triesOf(rows: readonly OutboxMessage[], attempts = SEND_MAIL.attempts): Promise<void> {
    for (const { id } of rows) {
      for (let attempt = 1; attempt <= attempts; attempt += 1) await waymark.get(JobRunner).run(id, attempt).catch(() => undefined);
    }
  }

  it.each([1, 10, 34])('tells all of it, once, after the worker has stood still for %s days', async (days) => {
    const [atOnce, weekly] = [await subscribe(`at-once-${days}`), await subscribe(`weekly-${days}`, 'weekly')];
    const references = [await news()];
    const step = (days * 86_400_000) / 4;
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      waymark.clock.advance(step);
      references.push(await news());
    }
    await waymark.runWatches();
    expect(mailed(atOnce, references)).toEqual(references.map(() => 1));
    waymark.clock.advance(8 * 86_400_000);
    for (const _ of [1, 2]) await waymark.runWatches();
    expect(mailed(atOnce, references)).toEqual(references.map(() => 1));
    expect(mailed(weekly, references)).toEqual(references.map(() => 1));
  });

  it('keeps trying a mailbox that refuses twice, and holds up nobody else', async () => {
    const [slow, other] = [await subscribe('slow'), await subscribe('other')];
    const references = [await news()];
    await tell();
    const refusals = { left: 2 };
    const refuse = (recipient: string): void => {
      if (recipient === slow && refusals.left > 0) {
        refusals.left -= 1;
        throw new Error('450 mailbox busy');
      }
    };
    await whileServer(refuse, async () => triesOf(await owed(), 3));
    expect([mailed(slow, references), mailed(other, references), refusals.left]).toEqual([[1], [1], 0]);
    expect(await owed()).toEqual([]);
  });

  it('takes up again what was given up, for as long as the mail server is away, and hands each over once', async () => {
    const email = await subscribe('patient');
    const references = [await news(), await news()];
    await tell();
    await whileServer(away, async () => {
      await triesOf(await owed());
      expect((await owed()).map(({ failedAt }) => failedAt !== null)).toEqual([true, true]);
      waymark.clock.advance(29 * MINUTES);
      await waymark.runWatches();
      expect((await owed()).every(({ failedAt }) => failedAt !== null)).toBe(true);
      // four days: every three hours a round, and what it takes up fails again
      for (let round = 0; round < 4 * 8; round += 1) {
        waymark.clock.advance(3 * 60 * MINUTES);
        await waymark.runWatches().catch(() => undefined);
        await triesOf((await owed()).filter(({ failedAt }) => failedAt === null));
      }
    });
    expect(mailed(email, references)).toEqual([0, 0]);
    const [{ taken }]: [{ taken: number }] = await waymark.dataSource.query(`SELECT count(*)::integer AS taken FROM audit_entries WHERE event = 'MAIL_TAKEN_UP_AGAIN'`);
    // more and more seldom, and never more than six hours apart
    expect([taken >= 4 * 4, taken <= 4 * 4 + 4]).toEqual([true, true]);
    waymark.clock.advance(6 * 60 * MINUTES);
    await waymark.runWatches();
    expect(mailed(email, references)).toEqual([1, 1]);
    for (const _ of [1, 2]) {
      waymark.clock.advance(12 * 60 * MINUTES);
      await waymark.runWatches();
    }
    expect(mailed(email, references)).toEqual([1, 1]);
  }, 120_000);

  it('gives a mailbox up after fourteen days', async () => {
    await subscribe('gone');
    await news();
    await tell();
    await whileServer(away, async () => triesOf(await owed()));
    waymark.clock.advance(14 * 86_400_000);
    await waymark.runWatches();
    expect((await owed()).map(({ failedAt }) => failedAt !== null)).toEqual([true]);
    await waymark.dataSource.query(`UPDATE outbox_messages SET done_at = failed_at WHERE failed_at IS NOT NULL`);
  });

  it('sends what was written when the worker was killed before it was sent, and tells nothing twice', async () => {
    const email = await subscribe('killed');
    const references = [await news(), await news()];
    await tell();
    // killed while the first was being handed over: the mark of a try stays, the message was not taken
    const [first] = await owed();
    await waymark.dataSource.query(`UPDATE mail_messages SET state = 'sending', attempts = 1 WHERE id = $1`, [first?.payload['mailId']]);
    expect(mailed(email, references)).toEqual([0, 0]);
    const another = await startTestApplication({ database: waymark.database, clock: waymark.clock });
    try {
      await another.runWatches();
      await another.runWatches();
      waymark.sent.push(...another.sent);
    } finally {
      await another.close();
    }
    await waymark.runWatches();
    expect(mailed(email, references)).toEqual([1, 1]);
  }, 60_000);

  it('has told nothing where it was killed before the end, and tells it in the next round though nothing else has happened', async () => {
    const [email, other] = [await subscribe('begun'), await subscribe('done')];
    const references = [await news()];
    const { id } = await waymark.dataSource.getRepository(Subscriber).findOneByOrFail({ email });
    const links = waymark.get(SubscriptionLinks);
    const { own } = links;
    links.own = (subscriber) => {
      if (subscriber === id) throw new Error('killed');
      return own.call(links, subscriber);
    };
    await expect(tell()).rejects.toThrow();
    links.own = own;
    await tell();
    await waymark.runJobs();
    expect([mailed(email, references), mailed(other, references)]).toEqual([[1], [1]]);
  });
});
