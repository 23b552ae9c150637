import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type User } from '#features/access/user.entity.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { NotificationsJobsModule } from '#features/notifications/jobs/notifications-jobs.module.js';
import { NotificationsWebModule } from '#features/notifications/web/notifications-web.module.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { type NoticeText, noticeText } from '#features/notifications/notice-text.js';
import { Notices } from '#features/notifications/notices.service.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { MailJobsModule } from '#platform/mail/mail.module.js';
import { JobRunnerModule } from '#platform/queue/worker.module.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';

const NEWS = noticeText<{ what: string }>('test-news', {
  title: 'Something for the test',
  subject: ({ what }) => `News: ${what}`,
  paragraphs: ({ what }, address) => [`${what} has happened.`, `Read on:\n${address}`],
});
const URGENT = noticeText<{ what: string }>('test-urgent', { title: 'Something urgent', urgent: true, subject: ({ what }) => `Urgent: ${what}`, paragraphs: () => ['Now.'] });

describe('the inbox', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let official: Agent;

  const tell = (what: string, people: User[], text: NoticeText<{ what: string }> = NEWS, mailboxes: { name: string; email: string }[] = []): Promise<void> =>
    waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test:1' }, (tx) =>
      waymark.get(Notices).tell(tx, text, { people, mailboxes }, { what }, { about: 'test:1', path: '/work' }),
    );
  const choose = (agent: Agent, mail: string): Promise<{ status: number }> => waymark.submit(agent, '/inbox/preferences', { mail });
  const sentSince = async (): Promise<string[]> => {
    waymark.sent.splice(0);
    await waymark.runWatches();
    return waymark.sent.map(({ recipient, subject }) => `${recipient}: ${subject}`).sort();
  };

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, NotificationsWebModule, JobRunnerModule, MailJobsModule, NotificationsJobsModule] });
    education = await saveEducationMission(waymark.dataSource);
    official = await waymark.signIn(education.people.official.email);
  });
  afterAll(() => waymark.close());

  it('is empty at first, and nobody’s without a session', async () => {
    const page = await waymark.open(official, '/inbox');
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Inbox']);
    expect(page.$('main').text()).toContain('Nobody has told you anything yet');
    expect((await waymark.open(waymark.visitor(), '/inbox')).status).toBe(303);
  });

  it('has what was told at once, mailed once to each person and office', async () => {
    const { official: ann, sro } = education.people;
    await tell('a return', [ann, sro, ann], NEWS, [{ name: 'Education', email: 'missions@dfe.example.org' }, { name: 'Again', email: sro.email }]);
    expect(await sentSince()).toEqual([ann.email, 'missions@dfe.example.org', sro.email].sort().map((email) => `${email}: News: a return`));
    expect(waymark.sent.find(({ recipient }) => recipient === ann.email)?.body).toBe(`Dear ${ann.name},\n\na return has happened.\n\nRead on:\n${waymark.settings.baseUrl}/work\n`);
    const page = await waymark.open(official, '/inbox');
    expect(page.$('main').text()).toContain('1 notice is unread');
    expect(page.$('tbody tr').text()).toMatch(/News: a return[\s\S]*23 November 2026 at 9:00am[\s\S]*Unread/);
    expect(await faultsOf(page.response.text)).toEqual([]);
  });

  it('opens a notice without changing it, and marks it as read when asked', async () => {
    const address = (await waymark.open(official, '/inbox')).$('tbody a').attr('href') ?? '';
    const notice = await waymark.open(official, address);
    expect(notice.$('main').text()).toContain('a return has happened.');
    expect(notice.$('main a').last().attr('href')).toBe('/work');
    expect(await faultsOf(notice.response.text)).toEqual([]);
    expect((await waymark.open(official, '/inbox')).$('main').text()).toContain('1 notice is unread');
    expect((await waymark.submit(official, address, {})).status).toBe(303);
    expect((await waymark.open(official, '/inbox')).$('main').text()).toContain('You have read everything');
    const chair = await waymark.signIn(education.people.chair.email);
    const _csrf = (await waymark.open(chair, '/inbox/preferences')).$('input[name="_csrf"]').attr('value');
    expect([(await waymark.open(chair, address)).status, (await waymark.submit(chair, '/inbox/preferences', { _csrf }, address)).status]).toEqual([404, 404]);
    expect((await waymark.open(official, '/inbox/no-uuid')).status).toBe(404);
  });

  it('asks how to be told, and refuses a choice that is none', async () => {
    const page = await waymark.open(official, '/inbox/preferences');
    expect(page.$('input:checked').attr('value')).toBe('each');
    expect(page.$('main li').text()).toContain('Something urgent');
    await choose(official, 'hourly');
    const failed = await waymark.open(official, '/inbox/preferences');
    expect([failed.$('title').text(), failed.$('.govuk-error-summary a').attr('href')]).toEqual(['Error: How you are told by email – Waymark', '#mail']);
    expect(await faultsOf(failed.response.text)).toEqual([]);
  });

  it('gathers notices for a daily digest on working days at eight, and mails urgent ones at once', async () => {
    const ann = education.people.official;
    expect((await choose(official, 'daily')).status).toBe(303);
    // Friday 27 November 2026, 15:00; the next working day is Monday 30
    waymark.clock.set('2026-11-27T15:00:00Z');
    await tell('one', [ann]);
    await tell('two', [ann]);
    await tell('fire', [ann], URGENT);
    expect(await sentSince()).toEqual([`${ann.email}: Urgent: fire`]);
    for (const quiet of ['2026-11-27T23:00:00Z', '2026-11-28T09:00:00Z', '2026-11-29T09:00:00Z', '2026-11-30T07:59:00Z']) {
      waymark.clock.set(quiet);
      expect([quiet, await sentSince()]).toEqual([quiet, []]);
    }
    waymark.clock.set('2026-11-30T08:00:00Z');
    await tell('too late for today', [ann]);
    expect(await sentSince()).toEqual([`${ann.email}: 2 notices from Waymark`]);
    expect(waymark.sent[0]?.body).toMatch(/27 November 2026 at 3:00pm: News: one\nhttp.*\/work\n\n27 November 2026 at 3:00pm: News: two/);
    expect(await sentSince()).toEqual([]);
    waymark.clock.set('2026-12-01T08:00:00Z');
    expect(await sentSince()).toEqual([`${ann.email}: 1 notice from Waymark`]);
  });

  it('sends a weekly digest on the first working day of the week, in summer time too', async () => {
    const ann = education.people.official;
    // a session does not outlive the days that have passed
    official = await waymark.signIn(ann.email);
    await choose(official, 'weekly');
    await tell('of the old year', [ann]);
    // Easter Monday is 29 March 2027; the clocks went forward the day before, so eight in London is seven by UTC
    for (const quiet of ['2027-03-29T09:00:00Z', '2027-03-30T06:59:00Z']) {
      waymark.clock.set(quiet);
      expect(await sentSince()).toEqual([]);
    }
    waymark.clock.set('2027-03-30T07:00:00Z');
    expect(await sentSince()).toEqual([`${ann.email}: 1 notice from Waymark`]);
    await tell('after that', [ann]);
    waymark.clock.set('2027-03-31T08:00:00Z');
    expect(await sentSince()).toEqual([]);
  });

  it('loses nothing when somebody changes their mind, and sends nothing twice in two rounds at once', async () => {
    const ann = education.people.official;
    waymark.clock.set('2027-04-01T08:00:00Z');
    official = await waymark.signIn(ann.email);
    await choose(official, 'each');
    waymark.sent.splice(0);
    await Promise.all([waymark.runWatches(), waymark.runWatches()]);
    expect(waymark.sent.map(({ subject }) => subject)).toEqual(['1 notice from Waymark']);
    expect(await waymark.dataSource.getRepository(Notice).countBy({ userId: ann.id })).toBe(7);
    expect((await waymark.submit(official, '/inbox', {}, '/inbox/read-all')).status).toBe(303);
    expect((await waymark.open(official, '/inbox')).$('main').text()).toContain('You have read everything');
    const facts = (await waymark.dataSource.getRepository(AuditEntry).findBy({ event: 'DIGEST_WRITTEN' })).map((entry) => entry.facts);
    expect(facts).toEqual([{ notices: 2 }, { notices: 1 }, { notices: 1 }, { notices: 1 }]);
  });

  it('goes back page by page', async () => {
    const ann = education.people.official;
    for (let count = 1; count <= 60; count += 1) await tell(`number ${count}`, [ann]);
    const first = await waymark.open(official, '/inbox');
    const older = first.$('main a').filter((_, link) => first.$(link).text() === 'Older notices').attr('href') ?? '';
    const second = await waymark.open(official, older);
    const subjects = [...first.$('tbody th').toArray().map((cell) => first.$(cell).text()), ...second.$('tbody th').toArray().map((cell) => second.$(cell).text())];
    expect([subjects.length, new Set(subjects).size]).toEqual([67, 67]);
    expect((await waymark.open(official, '/inbox?after=zzz')).status).toBe(400);
  });
});
