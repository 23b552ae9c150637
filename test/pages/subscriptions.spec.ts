import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { AlertsService } from '#features/alerts/alerts.service.js';
import { SubscriberMail } from '#features/subscriptions/subscriber-mail.service.js';
import { Subscriber } from '#features/subscriptions/subscriber.entity.js';
import { SubscriptionRequest } from '#features/subscriptions/subscription-request.entity.js';
import { Subscription } from '#features/subscriptions/subscription.entity.js';
import { type MailMessage } from '#platform/mail/mail-message.entity.js';
import { actorOf, raiseOffTrack } from '../factories/alert.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { saveLetter } from '../factories/letter.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { PageLook } from '../support/page-look.js';

const MISSION = 'mission:levelling-up-2022/education';
const BLANK = { subject: '', rhythm: '', email: '' };

describe('subscriptions by e-mail', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let look: PageLook;

  /** The path that a mail leads to. */
  const linkIn = ({ body }: { body: string }, part: string): string => {
    const [link = ''] = body.match(new RegExp(`https?://\\S+/${part}\\S*`)) ?? [];
    return new URL(link).pathname;
  };
  const seen = async (path: string, agent: Agent = waymark.visitor(), status = 200): Promise<string> => {
    const page = await waymark.open(agent, path);
    expect([path, page.status]).toEqual([path, status]);
    await look.at(path, page);
    return page.$('main').text().replaceAll(/\s+/g, ' ');
  };
  const ask = async (fields: Record<string, unknown>, agent: Agent = waymark.visitor()): Promise<string> => {
    const { status, headers } = await waymark.submit(agent, '/subscribe', fields);
    expect(status).toBe(303);
    return String(headers['location']);
  };
  const mailTo = (address: string): MailMessage[] => waymark.sent.filter(({ recipient }) => recipient === address);
  /** Asks and confirms; returns the path of the subscriber's own page. */
  const subscribe = async (email: string, subject = MISSION, rhythm = 'at-once'): Promise<string> => {
    const agent = waymark.visitor();
    await ask({ email, subject, rhythm }, agent);
    await waymark.runJobs();
    const confirm = linkIn(mailTo(email).at(-1) ?? { body: '' }, 'subscribe/confirm/');
    return String((await waymark.submit(agent, confirm, {})).headers['location']);
  };
  const count = async (sql: string, ...values: unknown[]): Promise<number> => {
    const [row]: { count: number }[] = await waymark.dataSource.query(`SELECT count(*)::integer AS count FROM ${sql}`, values);
    return row?.count ?? -1;
  };

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2023-09-01/P1Y': 65, '2024-09-01/P1Y': 66 }, '2026-05-01');
    look = await PageLook.start(waymark);
  }, 180_000);
  afterAll(async () => {
    await look?.close();
    await waymark?.close();
  });
  beforeEach(async () => {
    waymark.sent.length = 0;
    await waymark.dataSource.query('DELETE FROM subscription_attempts');
  });

  it('asks, says what is wrong, and answers known and unknown addresses alike', async () => {
    const agent = waymark.visitor();
    for (const [fields, message] of [
      [{ ...BLANK, subject: MISSION, rhythm: 'weekly', email: 'nonsense' }, 'Enter an e-mail address in the correct format'],
      [{ ...BLANK, subject: MISSION, email: 'a@example.org' }, 'Select how often you want to hear'],
      [{ ...BLANK, subject: 'mission:nothing/here', rhythm: 'weekly', email: 'a@example.org' }, 'Select what you want to hear about'],
      [{ ...BLANK, subject: 'place:E99999999', rhythm: 'weekly', email: 'a@example.org' }, 'Select what you want to hear about'],
    ] as const) {
      expect(await ask(fields, agent)).toMatch(/^\/subscribe/);
      expect(await seen('/subscribe', agent)).toContain(message);
    }
    expect(await count('subscription_requests')).toBe(0);
    await seen(`/subscribe?about=${MISSION}`);
    expect(await seen('/subscribe?about=place:E92000001')).toContain('England (E92000001)');
    expect(await seen('/subscribe?about=%3Cscript%3E&about=2')).toContain('Get e-mails about changes');
    const first = await ask({ subject: MISSION, rhythm: 'weekly', email: ' Reader@Example.org ' });
    await seen(first);
    const text = await seen(first);
    await subscribe('known@example.org');
    expect([await ask({ subject: MISSION, rhythm: 'weekly', email: 'known@example.org' }), await seen(first)]).toEqual([first, text]);
    expect(await count(`subscription_requests WHERE email = 'reader@example.org'`)).toBe(1);
  });

  it('confirms by the button and not by the visit, once for two presses, and never after seven days', async () => {
    const agent = waymark.visitor();
    await ask({ subject: MISSION, rhythm: 'at-once', email: 'two@example.org' }, agent);
    await waymark.runJobs();
    const confirm = linkIn(mailTo('two@example.org').at(-1) ?? { body: '' }, 'subscribe/confirm/');
    for (const _ of [1, 2]) expect(await seen(confirm, agent)).toContain('Mission 5, Education');
    expect(await count(`subscribers WHERE email = 'two@example.org'`)).toBe(0);
    expect(await count(`subscription_requests WHERE position($1 IN secret_hash) > 0`, confirm.split('/').at(-1))).toBe(0);
    expect((await waymark.visitor().post(confirm).redirects(0)).status).toBe(403);
    const both = await Promise.all([waymark.submit(agent, confirm, {}), waymark.submit(agent, confirm, {})]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(both.map(({ headers }) => headers['location'])).size).toBe(1);
    const own = String(both[0]?.headers['location']);
    expect(await seen(own)).toContain('Mission 5, Education');
    expect(await count('subscriptions s JOIN subscribers b ON b.id = s.subscriber_id WHERE b.email = $1', 'two@example.org')).toBe(1);
    expect(await count(`subscription_requests WHERE email = 'two@example.org'`)).toBe(0);

    await ask({ subject: 'all', rhythm: 'weekly', email: 'late@example.org' }, agent);
    await waymark.runJobs();
    const late = linkIn(mailTo('late@example.org').at(-1) ?? { body: '' }, 'subscribe/confirm/');
    waymark.clock.set('2026-06-08T08:00:01Z');
    expect(await seen(late)).toContain('older than 7 days');
    expect((await waymark.submit(waymark.visitor(), late, {})).status).toBe(403);
    await waymark.runWatches();
    expect(await count('subscription_requests')).toBe(0);
    expect(await count(`mail_messages WHERE recipient = 'late@example.org'`)).toBe(0);
    for (const bad of ['/subscribe/confirm/nonsense', late]) await seen(bad);
    for (const bad of [`${own}x`, own.replace('own.', 'one.'), '/subscriptions/x', '/unsubscribe/x', '/unsubscribe/every.x.y', own.replace('/subscriptions/', '/unsubscribe/')]) await seen(bad, waymark.visitor(), 404);
  });

  it('mails what changes, once, whoever looks and however often, and nothing that is held back', async () => {
    const own = await subscribe('at-once@example.org');
    await subscribe('at-once@example.org', 'department:dfe');
    await subscribe('weekly@example.org', 'department:dfe', 'weekly');
    await subscribe('other@example.org', 'department:dhsc');
    await waymark.runWatches();
    waymark.sent.length = 0;
    waymark.clock.advance(60_000);
    await saveLetter(waymark.dataSource, { reference: 'LT-2026-SECR', missionId: education.mission.id, subject: 'A secret draft', createdAt: new Date('2026-06-08T00:00:00Z'), publishedAt: null });
    await publishFigures(waymark.dataSource, education, { '2025-09-01/P1Y': 99 }, '2026-06-30');
    await waymark.dataSource.query(`UPDATE releases SET publisher = 'A secret office', imported_at = $1 WHERE published_on = '2026-06-30'`, [waymark.clock.now()]);
    const alert = await raiseOffTrack(waymark, education);
    const now = waymark.clock.now();
    const mail = waymark.get(SubscriberMail);
    await Promise.all([mail.tell(now), mail.tell(now)]);
    await waymark.runWatches();
    await waymark.runWatches();
    const mine = mailTo('at-once@example.org');
    const raised = mine.filter(({ body }) => body.includes(`/alerts/${alert.reference}`));
    expect(raised.length).toBe(1);
    expect(raised[0]?.subject).toContain('Target off track: Mission 5, Education');
    expect(new Set(mine.map(({ body }) => body)).size).toBe(mine.length);
    expect([mailTo('weekly@example.org').length, mailTo('other@example.org').length]).toEqual([0, 0]);
    expect(JSON.stringify(waymark.sent)).not.toContain('secret');

    await waymark.get(AlertsService).acknowledge(actorOf(education.people.official), alert.reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion: alert.rowVersion });
    await waymark.runWatches();
    expect(mailTo('at-once@example.org').length).toBe(mine.length + 1);
    waymark.clock.set('2026-06-15T06:59:00Z');
    await waymark.runWatches();
    expect(mailTo('weekly@example.org').length).toBe(0);
    waymark.clock.set('2026-06-15T07:00:00Z');
    for (const _ of [1, 2]) await waymark.runWatches();
    const [digest, ...more] = mailTo('weekly@example.org');
    expect(more).toEqual([]);
    expect(digest?.subject).toMatch(/^What changed last week: \d+ changes$/);
    const text = digest?.body ?? '';
    expect(text.indexOf('named its owner')).toBeGreaterThan(text.indexOf('Target off track'));
    const audited = await count(`audit_entries WHERE facts::text ~ 'example.org' OR subject ~ 'example.org' OR actor ~ 'example.org'`);
    expect(audited).toBe(0);
    expect(await seen(own)).toContain('Department');
  });

  it('changes how often, and stops one or all', async () => {
    const own = await subscribe('changing@example.org');
    await subscribe('changing@example.org', 'place:E92000001', 'weekly');
    const agent = waymark.visitor();
    const { $ } = await waymark.open(agent, own);
    const [change = ''] = $('form[method="post"]').toArray().map((form) => $(form).attr('action') ?? '');
    expect((await waymark.submit(agent, own, { rhythm: 'weekly' }, change)).headers['location']).toBe(own);
    expect(await seen(own, agent)).toContain('Saved');
    expect(await count(`subscriptions s JOIN subscribers b ON b.id = s.subscriber_id WHERE b.email = 'changing@example.org' AND rhythm = 'weekly'`)).toBe(2);
    await waymark.submit(agent, own, {}, `${change}/stop`);
    expect(await seen(own, agent)).toContain('Stopped');
    const another = await subscribe('another@example.org');
    const foreign = (await waymark.open(agent, another)).$('main form').first().attr('action')?.split('/').at(-1) ?? '';
    expect((await waymark.submit(agent, own, { rhythm: 'weekly' }, `${own}/stop`)).status).toBe(303);
    expect(await seen(own, agent)).toContain('You have no subscriptions');
    const token = (await waymark.open(agent, another)).$('input[name="_csrf"]').first().attr('value') ?? '';
    expect((await agent.post(`${own}/${foreign}`).redirects(0).type('form').send({ _csrf: token, rhythm: 'weekly' })).status).toBe(404);
    expect(await count(`subscribers WHERE email = 'changing@example.org'`)).toBe(0);
    expect(await count(`mail_messages WHERE recipient = 'changing@example.org'`)).toBe(0);
    expect(await count('subscriptions WHERE id = $1', foreign)).toBe(1);
  });

  it('ends with one click of a mail program: no cookie, no token of a session, in either encoding, twice', async () => {
    await subscribe('click@example.org');
    await subscribe('parts@example.org');
    waymark.clock.advance(60_000);
    const [alert] = (await waymark.get(AlertsQueries).all()).open;
    if (!alert) throw new Error('the alert is gone');
    await waymark.get(AlertsService).acknowledge(actorOf(education.people.official), alert.reference, { ownerName: 'Ann Lee', ownerJob: 'Director', rowVersion: alert.rowVersion });
    await waymark.runWatches();
    const [mail] = mailTo('click@example.org').filter(({ body }) => body.includes(alert.reference));
    const [parts] = mailTo('parts@example.org').filter(({ body }) => body.includes(alert.reference));
    const path = new URL(mail?.unsubscribeUrl ?? '').pathname;
    expect(linkIn(mail ?? { body: '' }, 'unsubscribe/')).toBe(path);
    for (const _ of [1, 2]) expect(await seen(path)).toContain('Press the button');
    expect(await count(`subscribers WHERE email = 'click@example.org'`)).toBe(1);
    const post = (): Promise<{ status: number; text: string; headers: Record<string, unknown> }> => waymark.visitor().post(path).type('form').send('List-Unsubscribe=One-Click') as never;
    const answers = await Promise.all([post(), post()]);
    for (const { status, text, headers } of answers) expect([status, text.includes('You have unsubscribed'), headers['set-cookie']]).toEqual([200, true, undefined]);
    expect(await count(`subscribers WHERE email = 'click@example.org'`)).toBe(0);
    const inParts = await waymark.visitor().post(new URL(parts?.unsubscribeUrl ?? '').pathname).field('List-Unsubscribe', 'One-Click');
    expect(inParts.status).toBe(200);
    expect(await count(`subscribers WHERE email = 'parts@example.org'`)).toBe(0);
    const { $, response } = await waymark.open(waymark.visitor(), path);
    expect([$('h1').text(), response.headers['set-cookie']]).toEqual(['Stop these e-mails', undefined]);
    expect((await waymark.visitor().post('/subscribe').type('form').send({ subject: 'all', rhythm: 'weekly', email: 'x@example.org' })).status).toBe(403);
  });

  it('mails one address and hears one network only so often', async () => {
    for (let time = 0; time < 7; time += 1) expect(await ask({ subject: 'all', rhythm: 'weekly', email: 'often@example.org' })).toBe('/subscribe/asked');
    expect(await count(`subscription_requests WHERE email = 'often@example.org'`)).toBe(5);
    const agent = waymark.visitor();
    const at: string[] = [];
    for (let time = 0; time < 26; time += 1) at.push(await ask({ subject: 'all', rhythm: 'weekly', email: `n${time}@example.org` }, agent));
    expect(at.filter((place) => place === '/subscribe/asked').length).toBe(23);
    expect(await seen('/subscribe', agent)).toContain('Too many requests have come from your network');
    expect(await count(`subscription_attempts WHERE key_hash ~ 'example|127'`)).toBe(0);
  });

  it('shows administrators how many, and no address but of mail that failed', async () => {
    const administrator = await waymark.signIn(education.people.administrator.email);
    expect(await seen('/subscribers', administrator)).toContain('Confirmed addresses');
    expect((await waymark.open(await waymark.signIn(education.people.chair.email), '/subscribers')).status).toBe(403);
    const text = await seen('/mailbox', administrator);
    expect(text).toContain('A subscriber');
    expect(text).not.toContain('often@example.org');
    await waymark.dataSource.query(`UPDATE mail_messages SET state = 'failed', last_error = '550' WHERE recipient = 'often@example.org'`);
    expect(await seen('/mailbox', administrator)).toContain('often@example.org');
    expect(await seen('/privacy')).toContain('If you get e-mails about changes');
  });

  it('leaves nothing of those who ended it, and needs no round where nobody is', async () => {
    const { dataSource } = waymark;
    expect(await dataSource.getRepository(Subscription).count()).toBeGreaterThan(0);
    await dataSource.getRepository(Subscriber).createQueryBuilder().delete().execute();
    expect([await dataSource.getRepository(Subscription).count(), await count('subscription_tellings'), await dataSource.getRepository(SubscriptionRequest).countBy({ email: '' })]).toEqual([0, 0, 0]);
    expect(await waymark.get(SubscriberMail).tell(waymark.clock.now())).toBe(0);
  });
});
