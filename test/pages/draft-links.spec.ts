import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { CommentsWebModule } from '#features/comments/web/comments-web.module.js';
import { DeliveryPlansWebModule } from '#features/delivery-plans/web/delivery-plans-web.module.js';
import { DraftLink } from '#features/draft-links/draft-link.entity.js';
import { DraftLinksWebModule } from '#features/draft-links/web/draft-links-web.module.js';
import { EvidenceReturn } from '#features/evidence-returns/evidence-return.entity.js';
import { ReturnParts } from '#features/evidence-returns/return-parts.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

const MODULES = [AccessWebModule, SubmissionsWebModule, EvidenceReturnsWebModule, DeliveryPlansWebModule, CommentsWebModule, DraftLinksWebModule, JobsModule];
const NOW = '2026-11-23T09:00:00Z';
const DEAD = 'This link does not work, or works no longer.';

const textOf = ({ $ }: Page, selector: string): string[] => $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());
const errorsOf = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);

describe('links to a draft', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let official: Agent;
  let sro: Agent;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: MODULES });
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    [official, sro] = await Promise.all([education.people.official, education.people.sro].map(({ email }) => waymark.signIn(email))) as [Agent, Agent];
  });
  afterAll(() => waymark?.close());

  const room = { 'evidence-return': '/evidence-returns', 'delivery-plan': '/delivery-plans' };
  const linksOf = ({ id, kind }: Submission): string => `${room[kind]}/${id}/draft-links`;
  const follow = async (agent: Agent, response: { status: number; headers: Record<string, unknown> }): Promise<Page> => {
    expect(response.status).toBe(303);
    return waymark.open(agent, String(response.headers['location']));
  };
  const openValid = async (agent: Agent, address: string): Promise<Page> => {
    const page = await waymark.open(agent, address);
    expect([address, page.status, await faultsOf(page.response.text)]).toEqual([address, 200, []]);
    return page;
  };
  /** Makes a link over HTTP; its path as the page shows it this once. */
  const linkTo = async (submission: Submission, days = '7'): Promise<string> => {
    const made = await follow(official, await waymark.submit(official, `${linksOf(submission)}/new`, { purpose: 'Analysts', days }));
    return new URL(/https?:\S+/.exec(textOf(made, '.govuk-notification-banner__content')[0] ?? '')?.[0] ?? '').pathname;
  };
  const comment = async (path: string, fields: Record<string, string>, agent = waymark.visitor()): Promise<Page> => {
    const { $ } = await waymark.open(agent, path);
    const csrf = $('input[name="_csrf"]').first().attr('value');
    return follow(agent, await agent.post(path).redirects(0).type('form').send({ _csrf: csrf, ...fields }));
  };

  it('are made, shown once, and open the draft for whoever has them', async () => {
    const submission = await make.in('draft');
    expect((await waymark.open(official, `/evidence-returns/${submission.id}`)).$(`a[href="${linksOf(submission)}"]`)).toHaveLength(1);
    await openValid(official, linksOf(submission));
    await openValid(official, `${linksOf(submission)}/new`);
    const path = await linkTo(submission);
    expect(path).toMatch(/^\/drafts\/[\w-]{43}$/);
    expect((await waymark.open(official, linksOf(submission))).$('body').text()).not.toContain(path);
    const row = await waymark.dataSource.getRepository(DraftLink).findOneByOrFail({ submissionId: submission.id });
    expect(JSON.stringify(row)).not.toContain(path.replace('/drafts/', ''));

    const page = await openValid(waymark.visitor(), path);
    expect(page.$('main').text()).toContain('Catch-up hubs opened in twenty places.');
    const { headers } = page.response;
    expect([headers['cache-control'], headers['x-robots-tag'], headers['referrer-policy']]).toEqual(['no-store', 'noindex, nofollow, noarchive', 'no-referrer']);
    expect(page.$('main h2').toArray().map((heading) => page.$(heading).text())).toEqual(expect.arrayContaining(['Figures', 'Narrative', 'Own rating', 'Next steps', 'The whole draft']));
    const opened = await waymark.dataSource.getRepository(AuditEntry).findBy({ event: 'DRAFT_LINK_OPENED', subject: `draft-link:${row.id}` });
    expect(opened.map(({ actor }) => actor)).toEqual(['visitor']);
    expect(textOf(await openValid(official, linksOf(submission)), 'tbody td')[2]).toMatch(/^Once, /);
  });

  it('leave out what was given in confidence, and own figures under embargo', async () => {
    const submission = await make.in('draft');
    const contribution = { organisation: 'Leeds', question: 'What did the hubs do?', status: 'given' as const };
    waymark.get(ReturnParts).register('contributions', async (_, submissionId) =>
      submissionId === submission.id
        ? [{ ...contribution, id: 'c1', answer: 'They opened early.', quoted: true }, { ...contribution, id: 'c2', answer: 'Told in confidence.', quoted: false }]
        : []);
    const departure = { target: 'ks2', period: '2025/26', reason: 'Later.', source: 'DfE', clearedBy: 'Ann' };
    await waymark.dataSource.getRepository(EvidenceReturn).update(
      { submissionId: submission.id },
      { departures: [{ ...departure, value: '63.1%', unpublishedUntil: '2026-11-24' }, { ...departure, target: 'ks4', value: '58.2%', unpublishedUntil: '2026-11-23' }] },
    );
    const page = await openValid(waymark.visitor(), await linkTo(submission));
    const main = page.$('main').text();
    expect(['They opened early.', 'Told in confidence.', '63.1%', '58.2%'].map((text) => main.includes(text))).toEqual([true, false, false, true]);
    expect(main).toContain('Left out here: contributions of others that the return does not quote');
  });

  it('show a plan too', async () => {
    const page = await openValid(waymark.visitor(), await linkTo(await make.in('awaiting-sign-off', 'delivery-plan')));
    expect(page.$('main').text()).toContain('Tutors and hubs.');
  });

  it('take comments with a name, which the department reads and answers', async () => {
    const submission = await make.in('draft');
    const path = await linkTo(submission);
    const visitor = waymark.visitor();
    const refused = await comment(path, { section: 'narrative', name: '', text: 'Kept <text>.' }, visitor);
    expect(refused.$('title').text()).toMatch(/^Error: /);
    expect(errorsOf(refused)).toEqual([['Enter your name', '#name']]);
    expect([refused.$('#text').val(), refused.$('#name').length, refused.$('details[open]').length]).toEqual(['Kept <text>.', 1, 1]);
    const done = await comment(path, { section: 'narrative', name: 'Ann Analyst', text: 'Which places?' }, visitor);
    expect(textOf(done, '.govuk-notification-banner__content')).toEqual(['Your comment is with the department.']);
    expect(done.$('.govuk-inset-text').text()).toContain('Which places?');
    const comments = await waymark.open(official, `/evidence-returns/${submission.id}/comments`);
    expect(comments.$('main').text()).toContain('Ann Analyst (by a link to the draft)');
    // What the department says among itself is not shown to whoever has a link, nor what another link brought.
    await waymark.submit(sro, `/evidence-returns/${submission.id}/comments`, { section: 'narrative', text: 'Between ourselves.', mentionedId: '' });
    expect((await waymark.open(visitor, path)).$('main').text()).not.toContain('Between ourselves.');
    expect((await waymark.open(waymark.visitor(), await linkTo(submission))).$('main').text()).not.toContain('Which places?');
  });

  it('stop when they expire, are withdrawn, or the draft is none any more, in the same words as one that never was', async () => {
    const submission = await make.in('awaiting-sign-off');
    const [path, later] = [await linkTo(submission, '1'), await linkTo(submission, '14')];
    waymark.clock.set('2026-11-24T08:59:59Z');
    expect((await waymark.open(waymark.visitor(), path)).status).toBe(200);
    waymark.clock.set('2026-11-24T09:00:00Z');
    const expired = await waymark.open(waymark.visitor(), path);
    waymark.clock.set(NOW);
    const never = await waymark.open(waymark.visitor(), `/drafts/${'x'.repeat(43)}`);
    const withdrawHref = (await waymark.open(official, linksOf(submission))).$('a[href$="/withdraw"]').toArray().map((link) => link.attribs['href'] ?? '');
    await openValid(official, withdrawHref[0] ?? '');
    for (const href of withdrawHref) await follow(official, await waymark.submit(official, href, {}));
    const withdrawn = await waymark.open(waymark.visitor(), later);
    const third = await linkTo(submission);
    await waymark.submit(sro, `/evidence-returns/${submission.id}/sign-off`, {}).catch(() => undefined);
    const submitted = await waymark.open(waymark.visitor(), third);
    for (const page of [expired, never, withdrawn, submitted]) {
      expect([page.status, page.$('main').text().includes(DEAD), page.response.headers['x-robots-tag']]).toEqual([404, true, 'noindex, nofollow, noarchive']);
      expect(page.$('main').text()).toBe(never.$('main').text());
    }
    expect((await waymark.open(official, `${linksOf(submission)}/new`)).status).toBe(409);
  });

  it('lose no comment to a stale session, a link that stopped, or a section that there is not', async () => {
    const submission = await make.in('draft');
    const path = await linkTo(submission);
    const tokenOf = async (agent: Agent): Promise<string> => (await waymark.open(agent, path)).$('input[name="_csrf"]').first().attr('value') ?? '';
    const fields = { section: 'narrative', name: 'Ann Analyst', text: 'Long <text>.' };
    const send = (agent: Agent, more: Record<string, string>) => agent.post(path).redirects(0).type('form').send({ ...fields, ...more });
    const typedOn = ({ $ }: Page): unknown[] => [$('details[open]').length, $('details[open] input[name="section"]').val(), $('#name').val(), $('#text').val()];
    const stale = await tokenOf(waymark.visitor());

    const visitor = waymark.visitor();
    const back = await follow(visitor, await send(visitor, { _csrf: stale }));
    expect([back.status, textOf(back, '.govuk-notification-banner__content')[0]?.includes('What you typed is still here'), typedOn(back), await faultsOf(back.response.text)])
      .toEqual([200, true, [1, 'narrative', 'Ann Analyst', 'Long <text>.'], []]);
    const done = await follow(visitor, await send(visitor, { _csrf: back.$('input[name="_csrf"]').first().attr('value') ?? '' }));
    expect(textOf(done, '.govuk-notification-banner__content')).toEqual(['Your comment is with the department.']);
    // a form that bears no token of ours is a forgery still
    expect((await send(waymark.visitor(), { _csrf: 'x' })).status).toBe(403);

    const elsewhere = await comment(path, { ...fields, section: 'weather' }, visitor);
    expect([errorsOf(elsewhere), typedOn(elsewhere)]).toEqual([
      [['The section of your comment is not in this draft. Comment on the whole draft, or on a section above', '#text']], [1, '', 'Ann Analyst', 'Long <text>.'],
    ]);

    const token = await tokenOf(visitor);
    const href = (await waymark.open(official, linksOf(submission))).$('a[href$="/withdraw"]').attr('href') ?? '';
    await follow(official, await waymark.submit(official, href, {}));
    const late = await send(visitor, { _csrf: token });
    const stranger = waymark.visitor();
    const later = (await follow(stranger, await send(stranger, { _csrf: stale }))).response;
    for (const { status, text, headers } of [late, later]) {
      expect([status, text.includes(DEAD), text.includes('Long &lt;text&gt;.'), text.includes('Ann Analyst'), headers['x-robots-tag'], await faultsOf(text)]).toEqual([404, true, true, true, 'noindex, nofollow, noarchive', []]);
    }
  });

  it('are refused beyond ten at a time, and for days that are none', async () => {
    const submission = await make.in('draft');
    const errorFor = async (fields: Record<string, string>): Promise<[string, string | undefined][]> =>
      errorsOf(await follow(official, await waymark.submit(official, `${linksOf(submission)}/new`, fields)));
    for (const days of ['0', '15', '1.5', '', 'x']) expect(await errorFor({ purpose: 'Analysts', days })).toEqual([['Days must be a whole number from 1 to 14', '#days']]);
    expect(await errorFor({ purpose: ' ', days: '3' })).toEqual([['Enter for whom the link is', '#purpose']]);
    for (let made = 0; made < 10; made += 1) await linkTo(submission);
    expect(await errorFor({ purpose: 'One more', days: '3' })).toEqual([['There are 10 links that work already. Withdraw one first', '#purpose']]);
  });

  it('open thirty times a minute and bring twenty comments an hour', async () => {
    const submission = await make.in('draft');
    const path = await linkTo(submission);
    const visitor = waymark.visitor();
    for (let times = 0; times < 30; times += 1) expect((await waymark.open(visitor, path)).status).toBe(200);
    const busy = await waymark.open(visitor, path);
    expect([busy.status, busy.response.headers['retry-after'], await faultsOf(busy.response.text)]).toEqual([429, '60', []]);
    waymark.clock.set('2026-11-23T09:01:00Z');
    for (let times = 0; times < 14; times += 1) await comment(path, { section: '', name: 'Ann', text: `Comment ${times}` }, visitor);
    waymark.clock.set('2026-11-23T09:02:00Z');
    for (let times = 14; times < 20; times += 1) await comment(path, { section: '', name: 'Ann', text: `Comment ${times}` }, visitor);
    const refused = await comment(path, { section: '', name: 'Ann', text: 'One more' }, visitor);
    expect([errorsOf(refused)[0]?.[0], refused.$('#text').val()]).toEqual(['This link has brought very many comments in the last hour. Try again later', 'One more']);
    waymark.clock.set(NOW);
  });

  it('are nobody’s business in other departments and the council', async () => {
    const submission = await make.in('draft');
    await savePerson(waymark, 'Otto Other', ['official', 'sro'], 'dhsc');
    for (const email of ['otto.other@dhsc.example.org', education.people.member.email, education.people.reviewer.email]) {
      const agent = await waymark.signIn(email);
      for (const page of [linksOf(submission), `${linksOf(submission)}/new`]) expect([email, (await waymark.open(agent, page)).status]).toEqual([email, 403]);
    }
  });
});
