import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { actorOf, ANSWERS, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { openedAs, SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';

const MODULES = [
  AccessWebModule, SubmissionsWebModule, EvidenceReturnsWebModule, DeliveryPlansModule,
  JobsModule,
];

const textOf = ({ $ }: Page, selector: string): string[] => $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());
const errorsOf = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);

describe('the pages of an evidence return', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let official: Agent;
  let sro: Agent;
  let other: Agent;
  let member: Agent;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: MODULES });
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2026-10-01');
    await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
    await waymark.runJobs();
    await savePerson(waymark, 'Otto Other', ['official', 'sro'], 'dhsc');
    const { people } = education;
    [official, sro, member] = await Promise.all([people.official, people.sro, people.member].map(({ email }) => waymark.signIn(email))) as [Agent, Agent, Agent];
    other = await waymark.signIn('otto.other@dhsc.example.org');
  });
  afterAll(() => waymark?.close());

  const pageOf = ({ id }: Submission, page = ''): string => `/evidence-returns/${id}${page}`;
  const read = ({ id }: Submission): Promise<Submission> => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
  const follow = async (agent: Agent, response: { status: number; headers: Record<string, unknown> }): Promise<Page> => {
    expect(response.status).toBe(303);
    return waymark.open(agent, String(response.headers['location']));
  };

  it('walks from what is due to the reference', async () => {
    const submission = await make.open('evidence-return', '2026-11-20');
    const work = await waymark.open(official, '/work');
    const row = work.$(`a[href="${pageOf(submission)}"]`).closest('tr');
    expect(row.text()).toContain('Evidence return: Education');
    expect(row.find('.govuk-tag').toArray().map((tag) => work.$(tag).text().trim())).toEqual(['Overdue', 'Draft']);

    const overview = await waymark.open(official, pageOf(submission));
    expect(textOf(overview, '.govuk-task-list__status')).toEqual([
      'Filled in: comment if you want', 'Not started', 'None yet (optional)', 'Not started', 'None yet (optional)', 'Nothing to answer', 'Not started',
      'None yet (optional)', 'None yet (optional)', 'Cannot send yet',
    ]);

    const figures = await waymark.open(official, pageOf(submission, '/figures'));
    expect(textOf(figures, 'tbody')[0]).toMatch(/90% reach the expected standard.*65%school year 2018\/19 61%school year 2023\/24 90%school year 2029\/30/);
    expect(figures.$('figure svg')).toHaveLength(1);
    expect(textOf(figures, 'figure tbody tr')).toEqual(['school year 2018/1965%', 'school year 2022/2360%', 'school year 2023/2461%']);

    const narrative = await follow(official, await waymark.submit(official, pageOf(submission, '/figures'), { figuresComment: '', then: 'continue' }));
    expect(textOf(narrative, 'h1')).toEqual(['Narrative']);
    const later = await follow(official, await waymark.submit(official, pageOf(submission, '/narrative'), { narrative: 'Hubs opened.\r\nIn Leeds.', then: 'later' }));
    expect(textOf(later, '.govuk-notification-banner__content')).toEqual(['Narrative saved. You can leave now and come back.']);
    expect(textOf(later, '.govuk-task-list__status')[1]).toBe('Completed');
    expect((await waymark.open(official, pageOf(submission, '/narrative'))).$('#narrative').text()).toBe('Hubs opened.\nIn Leeds.');

    await waymark.submit(official, pageOf(submission, '/rating'), { rating: 'green', ratingReason: 'It goes well.' });
    const saved = await waymark.submit(official, pageOf(submission, '/next-steps'), { nextSteps: 'Open more.', then: 'continue' });
    expect(saved.headers['location']).toBe(pageOf(submission, '/contributions'));
    const check = await waymark.open(official, pageOf(submission, '/check'));
    expect(textOf(check, 'h1')).toEqual(['Check your answers']);
    expect(check.$('.govuk-inset-text')).toHaveLength(0);

    const sent = await follow(official, await waymark.submit(official, pageOf(submission, '/check'), {}));
    expect(textOf(sent, '.govuk-notification-banner__content')[0]).toMatch(/^Sent to your senior responsible owner/);
    expect(sent.$('.govuk-task-list')).toHaveLength(0);
    await waymark.runJobs();
    expect(waymark.sent.at(-1)?.body).toContain(`/evidence-returns/${submission.id}/sign-off`);

    const sign = await waymark.open(sro, pageOf(submission, '/sign-off'));
    expect(sign.$('main').text()).toMatch(/The rating is green; the computed verdict is (off track|deteriorating|missed)\./);
    expect(sign.$('main').text()).toContain('What becomes public');
    const confirmed = await follow(sro, await waymark.submit(sro, pageOf(submission, '/sign-off'), {}));
    expect(textOf(confirmed, '.govuk-panel')[0]).toBe(`Evidence return submitted Your reference${submission.reference}`);
    expect((await read(submission)).status).toBe('submitted');
    const done = await waymark.open(official, '/work');
    expect(done.$(`a[href="${pageOf(submission)}"]`).closest('tr').find('.govuk-tag').text().trim()).toBe('Submitted');
  });

  it('declines with a reason, which the official reads above the task list', async () => {
    const submission = await make.in('awaiting-sign-off');
    const refused = await follow(sro, await waymark.submit(sro, pageOf(submission, '/decline'), { reason: ' ' }));
    expect(refused.$('title').text()).toMatch(/^Error: /);
    expect(errorsOf(refused)).toEqual([['Enter why you decline to sign this return', '#reason']]);
    expect(refused.$('#reason')).toHaveLength(1);
    await follow(sro, await waymark.submit(sro, pageOf(submission, '/decline'), { reason: 'The figures are last year’s.' }));
    const overview = await waymark.open(official, pageOf(submission));
    expect(textOf(overview, '.govuk-inset-text')).toEqual(['sro declined to sign it on 23 November 2026 The figures are last year’s.']);
    expect(overview.$('.govuk-task-list')).toHaveLength(1);
  });

  it('shows what the council asks beside its section, and what has changed since', async () => {
    const submission = await make.in('changes-requested');
    const narrative = await waymark.open(official, pageOf(submission, '/narrative'));
    expect(textOf(narrative, '.govuk-inset-text')).toEqual(['The council asked for changes on 23 November 2026 Narrative Name the cause.']);
    expect((await waymark.open(official, pageOf(submission, '/next-steps'))).$('.govuk-inset-text')).toHaveLength(0);
    await waymark.submit(official, pageOf(submission, '/narrative'), { narrative: 'Catch-up hubs opened in thirty places.' });
    const overview = await waymark.open(official, pageOf(submission));
    expect(overview.$('main').text()).toContain('What has changed since version 1');
    expect(textOf(overview, 'del')).toEqual(['removed: twenty end of change']);
    expect(textOf(overview, 'ins')).toEqual(['added: thirty end of change']);
    await waymark.submit(official, pageOf(submission, '/check'), {});
    await waymark.submit(sro, pageOf(submission, '/sign-off'), {});
    const second = await waymark.open(official, pageOf(submission, '/versions/2'));
    expect(textOf(second, 'ins')).toEqual(['added: thirty end of change']);
    const first = await waymark.open(member, pageOf(submission, '/versions/1'));
    expect(first.$('main').text()).toContain(ANSWERS.narrative);
    expect(first.$('ins')).toHaveLength(0);
    expect((await waymark.open(official, pageOf(submission, '/versions/3'))).status).toBe(404);
  });

  it('withdraws with a reason and takes it up again', async () => {
    const submission = await make.in('submitted');
    const withdrawn = await follow(official, await waymark.submit(official, pageOf(submission, '/withdraw'), { reason: 'Wrong table.' }));
    expect(textOf(withdrawn, '.govuk-tag')[0]).toBe('Withdrawn');
    const draft = await follow(official, await waymark.submit(official, pageOf(submission, '/take-up'), {}));
    expect(draft.$('.govuk-task-list')).toHaveLength(1);
  });

  it('tells whoever wrote a part that somebody else must sign', async () => {
    const bea = await savePerson(waymark, 'Bea Both', ['official', 'sro'], 'dfe');
    const submission = await waymark.get(EvidenceReturnsService).save(actorOf(bea), openedAs(await make.in('draft')), { narrative: 'Mine.' });
    await waymark.submit(official, pageOf(submission, '/check'), {});
    const agent = await waymark.signIn(bea.email);
    const page = await waymark.open(agent, pageOf(submission, '/sign-off'));
    expect(textOf(page, '.govuk-inset-text')).toEqual(['You wrote part of this, so somebody else must sign it off.']);
    expect(page.$('main form')).toHaveLength(0);
    const csrf = (await waymark.open(agent, pageOf(submission, '/decline'))).$('input[name="_csrf"]').attr('value');
    const { rowVersion } = await read(submission);
    const forced = await follow(agent, await agent.post(pageOf(submission, '/sign-off')).type('form').send({ _csrf: csrf, rowVersion }));
    expect(textOf(forced, '.govuk-error-summary__list')).toEqual(['You wrote part of this, so somebody else must sign it off']);
    expect((await read(submission)).status).toBe('awaiting-sign-off');
  });

  describe('input that breaks a rule', () => {
    const LONG = `${'word '.repeat(1000)}end`;

    it.each([
      ['/figures', { figuresComment: LONG }, 'figuresComment', 'Comment on the figures must be 5,000 characters or less'],
      ['/narrative', { narrative: LONG }, 'narrative', 'Narrative must be 5,000 characters or less'],
      ['/rating', { rating: 'green', ratingReason: LONG }, 'ratingReason', 'Reason for the rating must be 5,000 characters or less'],
      ['/next-steps', { nextSteps: LONG }, 'nextSteps', 'Next steps must be 5,000 characters or less'],
    ])('on %s is named beside the field and kept', async (path, fields, field, message) => {
      const submission = await make.in('draft');
      const page = await follow(official, await waymark.submit(official, pageOf(submission, path), fields));
      expect(page.$('title').text()).toMatch(/^Error: /);
      expect(errorsOf(page)).toEqual([[message, `#${field}`]]);
      expect(page.$(`#${field}-error`).text()).toContain(message);
      expect(page.$(`#${field}`).text()).toBe(LONG);
      expect((await read(submission)).rowVersion).toBe(submission.rowVersion);
      expect((await waymark.open(official, pageOf(submission, path))).$('.govuk-error-summary')).toHaveLength(0);
    });

    it('is refused for a rating that is none, with what was selected kept beside it', async () => {
      const submission = await make.in('draft');
      const page = await follow(official, await waymark.submit(official, pageOf(submission, '/rating'), { rating: 'purple', ratingReason: 'Kept.' }));
      expect(errorsOf(page)).toEqual([['Select one of the five ratings', '#rating']]);
      expect(page.$('#rating')).toHaveLength(1);
      expect(page.$('#ratingReason').text()).toBe('Kept.');
    });

    it('names each gap on the check page, with links to the answers', async () => {
      const submission = await make.open('evidence-return');
      const check = await waymark.open(official, pageOf(submission, '/check'));
      expect(textOf(check, '.govuk-inset-text li')).toHaveLength(5);
      const page = await follow(official, await waymark.submit(official, pageOf(submission, '/check'), {}));
      expect(errorsOf(page).map(([, href]) => href)).toEqual(['#narrative', '#rating', '#ratingReason', '#lastSteps-text', '#nextSteps']);
      for (const [, href] of errorsOf(page)) expect(page.$(href ?? '')).toHaveLength(1);
    });
  });

  it('gives the second of two a page with what was typed', async () => {
    const submission = await make.in('draft');
    const page = await waymark.open(official, pageOf(submission, '/narrative'));
    const csrf = page.$('input[name="_csrf"]').attr('value');
    await waymark.submit(official, pageOf(submission, '/narrative'), { narrative: 'Faster.' });
    const late = await official.post(pageOf(submission, '/narrative')).type('form').send({ _csrf: csrf, rowVersion: submission.rowVersion, narrative: 'Slower, and <b>long</b>.' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Slower, and &lt;b&gt;long&lt;/b&gt;.');
    expect(late.text).toContain('Somebody else has changed this evidence return since you opened the page.');
    expect((await waymark.open(official, pageOf(submission, '/narrative'))).$('#narrative').text()).toBe('Faster.');
  });

  it('stays a conflict for a form that came back with an error meanwhile', async () => {
    const submission = await make.in('draft');
    const csrf = (await waymark.open(official, pageOf(submission, '/narrative'))).$('input[name="_csrf"]').attr('value');
    await waymark.submit(official, pageOf(submission, '/next-steps'), { nextSteps: 'Saved by somebody else.' });
    await official.post(pageOf(submission, '/narrative')).type('form').send({ _csrf: csrf, rowVersion: submission.rowVersion, narrative: 'x'.repeat(5001) });
    const mended = await waymark.submit(official, pageOf(submission, '/narrative'), { narrative: 'Short.' });
    expect(mended.status).toBe(409);
  });

  it('loses no text either when it was sent for sign-off meanwhile', async () => {
    const submission = await make.in('awaiting-sign-off');
    const draft = await make.in('draft');
    const csrf = (await waymark.open(official, pageOf(draft, '/narrative'))).$('input[name="_csrf"]').attr('value');
    const late = await official.post(pageOf(submission, '/narrative')).type('form').send({ _csrf: csrf, rowVersion: submission.rowVersion, narrative: 'Too late.' });
    expect([late.status, late.text.includes('Too late.'), late.text.includes('is now “Awaiting sign-off”')]).toEqual([409, true, true]);
    expect((await waymark.open(official, pageOf(submission, '/narrative'))).status).toBe(409);
  });

  const FORMS: [string, SubmissionStatus][] = [
    ['/figures', 'draft'], ['/narrative', 'draft'], ['/rating', 'draft'], ['/next-steps', 'draft'], ['/check', 'draft'], ['/sign-off', 'awaiting-sign-off'],
    ['/decline', 'awaiting-sign-off'], ['/withdraw', 'submitted'], ['/take-up', 'withdrawn'],
  ];

  it.each(FORMS)('%s refuses a form without its token', async (path, status) => {
    const submission = await make.in(status);
    for (const agent of [official, sro]) {
      const response = await agent.post(pageOf(submission, path)).type('form').send({ rowVersion: submission.rowVersion, reason: 'x' });
      expect(response.status).toBe(403);
    }
    expect(await read(submission)).toEqual(submission);
  });

  it.each(FORMS)('%s is nobody’s outside the department', async (path, status) => {
    const submission = await make.in(status);
    expect((await waymark.open(other, pageOf(submission, path))).status).toBe(403);
    expect((await waymark.open(waymark.visitor(), pageOf(submission, path))).response.headers['location']).toBe('/sign-in');
    const csrf = (await waymark.open(other, '/sign-out')).$('input[name="_csrf"]').attr('value');
    const forced = await other.post(pageOf(submission, path)).type('form').send({
      _csrf: csrf, rowVersion: submission.rowVersion, reason: 'x', narrative: 'x', figuresComment: 'x', ratingReason: 'x', nextSteps: 'x',
    });
    expect(forced.status).toBe(403);
    expect(await read(submission)).toEqual(submission);
  });

  it('shows the council a return from its first delivery on', async () => {
    expect((await waymark.open(member, pageOf(await make.in('draft')))).status).toBe(403);
    const page = await waymark.open(member, pageOf(await make.in('submitted')));
    expect([page.status, page.$('main form').length, page.$('main [role="button"]').length]).toEqual([200, 0, 0]);
    expect(page.$('main').text()).toContain(ANSWERS.nextSteps);
  });

  it('has one heading and a title of its own on every page, and keeps what is read', async () => {
    const states = new Map<SubmissionStatus, Submission>();
    for (const status of ['draft', 'awaiting-sign-off', 'submitted', 'withdrawn', 'changes-requested', 'accepted'] as const) states.set(status, await make.in(status));
    const addresses: [Agent, string][] = [
      [official, '/work'],
      ...[...states.values()].map((submission): [Agent, string] => [official, pageOf(submission)]),
      ...FORMS.map(([path, status]): [Agent, string] => [path === '/sign-off' || path === '/decline' ? sro : official, pageOf(states.get(status) as Submission, path)]),
      [sro, pageOf(states.get('submitted') as Submission, '/confirmation')],
      [official, pageOf(states.get('accepted') as Submission, '/versions/1')],
    ];
    const titles: string[] = [];
    for (const [agent, address] of addresses) {
      const page = await waymark.open(agent, address);
      expect([address, page.status, page.$('h1').length]).toEqual([address, 200, 1]);
      expect(page.$('main').text()).not.toMatch(/undefined|NaN|\[object/);
      titles.push(page.$('title').text());
    }
    expect(new Set(titles).size).toBe(titles.length);
    const audited = await waymark.dataSource.getRepository(AuditEntry).countBy({ event: 'EVIDENCE_RETURN_READ', subject: `page:${pageOf(states.get('accepted') as Submission, '/versions/1')}` });
    expect(audited).toBe(1);
  });

  it.each(['/evidence-returns/not-an-id', '/evidence-returns/00000000-0000-4000-8000-000000000000'])('%s is not found', async (address) => {
    expect((await waymark.open(official, address)).status).toBe(404);
  });
});
