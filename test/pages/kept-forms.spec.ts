import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SignInLink } from '#features/access/sign-in-link.entity.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { KeptForm } from '#platform/pages/kept-form.entity.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

const MODULES = [AccessWebModule, SubmissionsWebModule, EvidenceReturnsWebModule, DeliveryPlansModule, JobsModule];
const TYPED = 'Twenty hubs opened.\nThirty more are <b>planned</b>.';

describe('a form that comes when its session is gone', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let submission: Submission;
  let official: Agent;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: MODULES });
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    await savePerson(waymark, 'Otto Other', ['official'], 'dfe');
  });
  beforeEach(async () => {
    submission = await make.in('draft');
    official = await waymark.signIn(education.people.official.email);
  });
  afterAll(() => waymark?.close());

  const address = (): string => `/evidence-returns/${submission.id}/narrative`;
  const hiddenOf = async (agent: Agent): Promise<Record<string, string>> => {
    const { $ } = await waymark.open(agent, address());
    return Object.fromEntries($('main form input[type="hidden"]').toArray().map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']));
  };
  const send = (agent: Agent, fields: object): ReturnType<Agent['post']> => agent.post(address()).redirects(0).type('form').send(fields);
  const signInAs = async (agent: Agent, email: string): Promise<string> => {
    const people = await waymark.open(agent, '/sign-in');
    const person = people.$('form[action="/sign-in/demo"]').filter((_, form) => people.$(form).text().includes(nameOf(email))).find('input[name="person"]').attr('value');
    const response = await waymark.submit(agent, '/sign-in', { person }, '/sign-in/demo');
    expect(response.status).toBe(303);
    return String(response.headers['location']);
  };
  const nameOf = (email: string): string => (email === education.people.official.email ? education.people.official.name : 'Otto Other');
  const noticeOf = ({ $ }: Page): string => $('.govuk-notification-banner__content').text().trim();
  const endSessions = (): Promise<unknown> => waymark.dataSource.query('DELETE FROM sessions');

  it('is kept, the sign-in page says so, and it is given back once', async () => {
    const hidden = await hiddenOf(official);
    await endSessions();
    const late = await send(official, { ...hidden, narrative: TYPED, then: 'later' });
    expect([late.status, late.headers['location']]).toEqual([303, '/sign-in']);
    const signIn = await waymark.open(official, '/sign-in');
    expect(signIn.$('.govuk-inset-text').text()).toContain('What you typed is kept for 24 hours');
    expect(await faultsOf(signIn.response.text)).toEqual([]);

    expect(await signInAs(official, education.people.official.email)).toBe(address());
    const page = await waymark.open(official, address());
    expect(noticeOf(page)).toBe('You were signed out before this was saved. What you typed is still here: check it, then save it.');
    expect([page.$('#narrative').text(), page.$('title').text().startsWith('Error'), page.$('.govuk-error-summary').length]).toEqual([TYPED, false, 0]);
    const saved = await waymark.submit(official, address(), { narrative: TYPED, then: 'later' });
    expect(saved.headers['location']).toBe(`/evidence-returns/${submission.id}`);
    expect((await waymark.open(official, '/sign-out')).status).toBe(200);
    expect(await waymark.dataSource.getRepository(KeptForm).count()).toBe(0);
  });

  it('is kept where somebody signed out in another window', async () => {
    const hidden = await hiddenOf(official);
    await waymark.submit(official, '/sign-out', {});
    expect((await send(official, { ...hidden, narrative: TYPED })).headers['location']).toBe('/sign-in');
    expect(await signInAs(official, education.people.official.email)).toBe(address());
    expect((await waymark.open(official, address())).$('#narrative').text()).toBe(TYPED);
  });

  it('is kept where the session is older than its twelve hours', async () => {
    const hidden = await hiddenOf(official);
    const before = waymark.clock.now();
    waymark.clock.set(new Date(before.getTime() + 12.1 * 60 * 60 * 1000).toISOString());
    expect((await send(official, { ...hidden, narrative: TYPED })).headers['location']).toBe('/sign-in');
    expect(await signInAs(official, education.people.official.email)).toBe(address());
    expect((await waymark.open(official, address())).$('#narrative').text()).toBe(TYPED);
    waymark.clock.set(before.toISOString());
  });

  it('comes back at once where the same person has signed in anew meanwhile', async () => {
    const hidden = await hiddenOf(official);
    await endSessions();
    await signInAs(official, education.people.official.email);
    const late = await send(official, { ...hidden, narrative: TYPED });
    expect([late.status, late.headers['location']]).toEqual([303, address()]);
    const page = await waymark.open(official, address());
    expect([page.$('#narrative').text(), noticeOf(page)]).toEqual([TYPED, expect.stringContaining('You have signed in again since you opened this page')]);
  });

  it('is not given to another person who signs in, and waits for its own', async () => {
    const hidden = await hiddenOf(official);
    await endSessions();
    await send(official, { ...hidden, narrative: TYPED });
    expect(await signInAs(official, 'otto.other@dfe.example.org')).toBe('/work');
    expect((await waymark.open(official, address())).$('#narrative').text()).not.toContain('Twenty hubs opened.');
    await waymark.submit(official, '/sign-out', {});
    expect(await signInAs(official, education.people.official.email)).toBe(address());
    expect((await waymark.open(official, address())).$('#narrative').text()).toBe(TYPED);
  });

  it('is not given to the same person in another browser, nor a day later', async () => {
    const hidden = await hiddenOf(official);
    await endSessions();
    await send(official, { ...hidden, narrative: TYPED });
    expect(await signInAs(waymark.visitor(), education.people.official.email)).toBe('/work');
    const before = waymark.clock.now();
    waymark.clock.set(new Date(before.getTime() + 24 * 60 * 60 * 1000).toISOString());
    expect((await waymark.open(official, '/sign-in')).$('.govuk-inset-text')).toHaveLength(0);
    expect(await signInAs(official, education.people.official.email)).toBe('/work');
    waymark.clock.set(before.toISOString());
  });

  it('is given back after a link from an email too', async () => {
    const hidden = await hiddenOf(official);
    await endSessions();
    await send(official, { ...hidden, narrative: TYPED });
    await waymark.submit(official, '/sign-in', { email: education.people.official.email });
    await waymark.runJobs();
    const link = /\/sign-in\/link\/[\w-]+/.exec(waymark.sent.at(-1)?.body ?? '')?.[0] ?? '';
    expect(await waymark.dataSource.getRepository(SignInLink).count()).toBeGreaterThan(0);
    expect((await waymark.submit(official, link, {})).headers['location']).toBe(address());
  });

  it('lies in the table as nobody can read it', async () => {
    const hidden = await hiddenOf(official);
    await endSessions();
    await send(official, { ...hidden, narrative: TYPED, password: 'hunter2' });
    const row = await waymark.dataSource.getRepository(KeptForm).findOneByOrFail({ page: address() });
    expect(row.personId).toBe(education.people.official.id);
    expect(row.sealedFields.toString('latin1')).not.toMatch(/hubs|hunter2|csrf/);
  });

  it('with more than 256 kilobytes is not kept, and leads to the page all the same', async () => {
    const hidden = await hiddenOf(official);
    await endSessions();
    const count = await waymark.dataSource.getRepository(KeptForm).count();
    await send(official, { ...hidden, narrative: 'x'.repeat(300_000) });
    expect(await waymark.dataSource.getRepository(KeptForm).count()).toBe(count);
    expect(await signInAs(official, education.people.official.email)).toBe(address());
  });

  it.each([
    ['no token', undefined],
    ['a token without a seal', 'a'.repeat(64)],
    ['a seal that somebody made up', `${'a'.repeat(64)}.${Buffer.from('00000000-0000-4000-8000-000000000000').toString('base64url')}.forged`],
  ])('and brings %s is refused and not kept', async (_, csrf) => {
    const count = await waymark.dataSource.getRepository(KeptForm).count();
    const response = await send(waymark.visitor(), { ...(csrf ? { _csrf: csrf } : {}), rowVersion: submission.rowVersion, narrative: TYPED });
    expect(response.status).toBe(403);
    expect(await waymark.dataSource.getRepository(KeptForm).count()).toBe(count);
  });
});
