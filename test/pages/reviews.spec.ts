import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsWebModule } from '#features/reviews/web/reviews-web.module.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { ANSWERS, deliver, queuedReview, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';

const MODULES = [
  AccessWebModule, ReviewsWebModule, EvidenceReturnsModule, DeliveryPlansModule,
  JobsModule,
];

const textOf = (page: Page, selector: string): string[] => page.$(selector).toArray().map((element) => page.$(element).text().replaceAll(/\s+/g, ' ').trim());
const errorsOf = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);

describe('the pages of the council’s review', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let reviewer: Agent;
  let second: Agent;
  let review: Review;
  let year = 2000;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: MODULES });
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2026-10-01');
    await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
    await waymark.runJobs();
    await savePerson(waymark, 'Second Reviewer', ['reviewer'], 'council');
    await savePerson(waymark, 'Inside', ['reviewer'], 'dfe');
    await savePerson(waymark, 'Lent', ['reviewer'], 'council', 'dfe');
    reviewer = await waymark.signIn(education.people.reviewer.email);
    second = await waymark.signIn('second.reviewer@council.example.org');
  }, 60_000);
  afterAll(() => waymark.close());

  beforeEach(async () => {
    review = await queuedReview(waymark, education, (year += 1), { ...ANSWERS, rating: 'amber-red' });
  });

  const address = (page = ''): string => `/reviews/${review.id}${page}`;
  const submission = (): Promise<Submission> => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: review.submissionId });
  const claim = async (agent: Agent): Promise<void> => {
    expect((await waymark.submit(agent, address(), {}, address('/claim'))).status).toBe(303);
  };
  /** Fills in the decision's form and follows it to the check page. */
  const choose = async (agent: Agent, fields: Record<string, unknown>): Promise<Page> => {
    const response = await waymark.submit(agent, address('/decide'), fields);
    expect(response.status).toBe(303);
    return waymark.open(agent, String(response.headers['location']));
  };

  it('show what a reviewer needs: checks, figures, what is said, promises, notes, timeline', async () => {
    review = await queuedReview(waymark, education, (year += 1), { ...ANSWERS, rating: 'green' });
    const page = await waymark.open(reviewer, address());
    expect(page.status).toBe(200);
    expect(page.$('h1')).toHaveLength(1);
    expect(textOf(page, 'h2')).toEqual(
      expect.arrayContaining(['Checks', 'What the figures say', 'What the department says', 'Promises of last time', 'Notes to the file', 'Timeline']),
    );
    expect(textOf(page, 'h3').slice(0, 6)).toEqual([
      'Completeness Passed', 'Figures against observations Look at this', 'Totals and dates Passed', 'Evidence and departures Passed', 'Attachments Passed',
      expect.stringMatching(/^Promises of last time /),
    ]);
    expect(textOf(page, '.govuk-inset-text li')).toContain('The mission: rated green, but the figures say deteriorating.');
    expect(page.$('main').text()).toMatch(/The department rates the likelihood green, but the figures say (off track|deteriorating|missed)/);
    const cells = textOf(page, 'tbody tr th, tbody tr td');
    expect(cells[0]).toContain('90% reach the expected standard');
    expect(cells.slice(1, 3)).toEqual(['61% (school year 2023/24)', '90% (school year 2029/30)']);
    expect(page.$('main').text()).toContain(ANSWERS.narrative);
    expect(page.$('main').text()).not.toContain('undefined');
    expect(textOf(page, 'main ol li')).toEqual([expect.stringMatching(/^Opened/), expect.stringMatching(/^Signed off and submitted, sro, 23 November 2026/)]);
  });

  it('write down who read it', async () => {
    await waymark.open(reviewer, address());
    const [last] = await waymark.dataSource.getRepository(AuditEntry).find({ order: { position: 'DESC' }, take: 1 });
    expect(last).toMatchObject({ event: 'REVIEW_READ', subject: `page:${address()}`, actor: `user:${education.people.reviewer.id}` });
  });

  it.each<[string, () => Promise<Agent>, number, number]>([
    ['a visitor', async () => waymark.visitor(), 303, 303],
    ['the official', () => waymark.signIn(education.people.official.email), 403, 403],
    ['the SRO', () => waymark.signIn(education.people.sro.email), 403, 403],
    ['an administrator', () => waymark.signIn(education.people.administrator.email), 403, 403],
    ['a reviewer of the submitting department', () => waymark.signIn('inside@dfe.example.org'), 403, 403],
    ['its secondee', () => waymark.signIn('lent@council.example.org'), 200, 403],
    ['a council member', () => waymark.signIn(education.people.member.email), 200, 403],
  ])('open to the council alone: %s', async (_, who, show, decide) => {
    const agent = await who();
    expect((await waymark.open(agent, address())).status).toBe(show);
    expect((await waymark.open(agent, address('/decide'))).status).toBe(decide);
    expect((await waymark.open(agent, address('/hand-back'))).status).toBe(decide);
    const posted = await agent.post(address('/claim')).redirects(0).type('form').send({ rowVersion: 1 });
    expect(posted.status).toBe(403);
    expect((await waymark.dataSource.getRepository(Review).findOneByOrFail({ id: review.id })).status).toBe('queued');
  });

  it.each<[string, string, string]>([
    ['its secondee', 'lent@council.example.org', 'You are on secondment from the department that submitted this'],
    ['a council member', 'member@council.example.org', 'Only a reviewer of the council can review a delivery'],
  ])('say to %s why there is no button', async (_, email, reason) => {
    const page = await waymark.open(await waymark.signIn(email), address());
    expect(textOf(page, '.govuk-inset-text li')).toEqual([reason]);
    expect(page.$('main form')).toHaveLength(0);
  });

  it('refuse a claim by the department with the reasons, also when it is posted with a token', async () => {
    const inside = await waymark.signIn('inside@dfe.example.org');
    const { $ } = await waymark.open(inside, '/sign-out');
    const _csrf = $('input[name="_csrf"]').first().attr('value');
    const response = await inside.post(address('/claim')).redirects(0).type('form').send({ _csrf, rowVersion: review.rowVersion });
    expect(response.status).toBe(403);
    expect(response.text).toContain('You belong to the department that submitted this');
  });

  it('claim with a button, and hand back', async () => {
    await claim(reviewer);
    const page = await waymark.open(reviewer, address());
    expect(page.$('.govuk-notification-banner').text()).toContain('You have claimed this review.');
    expect(textOf(page, '.govuk-button-group a')).toEqual(['Decide', 'Ask the department a question', 'Hand back to the queue', 'Hand on to another reviewer']);
    expect((await submission()).status).toBe('in-review');
    const response = await waymark.submit(reviewer, address('/hand-back'), {});
    expect([response.status, response.headers['location']]).toEqual([303, '/reviews']);
    expect((await submission()).status).toBe('submitted');
  });

  it('tell the second of two reviewers who was faster', async () => {
    const { rowVersion } = review;
    await claim(reviewer);
    const { $ } = await waymark.open(second, '/sign-out');
    const response = await second.post(address('/claim')).redirects(0).type('form').send({ _csrf: $('input[name="_csrf"]').first().attr('value'), rowVersion });
    expect(response.status).toBe(409);
    expect(response.text).toContain('reviewer has claimed this review');
    const decide = await waymark.open(second, address('/decide'));
    expect([decide.status, decide.response.headers['location']]).toEqual([303, address()]);
    const told = await waymark.open(second, address());
    expect(textOf(told, '.govuk-notification-banner__content')).toEqual(['reviewer has claimed this review.']);
    expect(textOf(told, '.govuk-inset-text li')).toEqual(['reviewer has claimed this review']);
  });

  it('accept: choose, check, confirm', async () => {
    await claim(reviewer);
    const check = await choose(reviewer, { decision: 'accepted' });
    expect(textOf(check, 'h1')).toEqual(['Check your decision']);
    expect(textOf(check, '.govuk-summary-list__value')).toEqual(['Accept']);
    expect((await submission()).status).toBe('in-review');
    const response = await waymark.submit(reviewer, address('/decide/check'), {});
    const confirmation = await waymark.open(reviewer, String(response.headers['location']));
    const { status, reference } = await submission();
    expect(status).toBe('accepted');
    expect(textOf(confirmation, '.govuk-panel')).toEqual([`Delivery accepted Reference${reference}`]);
    const page = await waymark.open(reviewer, address());
    expect(page.$('main form, .govuk-button-group')).toHaveLength(0);
    expect((await waymark.open(reviewer, address('/decide'))).status).toBe(303);
    expect(textOf(await waymark.open(reviewer, address()), '.govuk-notification-banner__content')).toEqual(['This review has been decided.']);
    expect((await waymark.open(reviewer, '/reviews')).$('table').last().text()).toContain(reference);
  });

  it('request changes: the reasons go word for word, and the next version stands beside the last', async () => {
    await claim(reviewer);
    const check = await choose(reviewer, { decision: 'changes-requested', sections: ['narrative', 'next-steps'], 'reasons[narrative]': 'Name the cause.\r\nAnd <b>its</b> size.', 'reasons[next-steps]': 'By when?' });
    expect(textOf(check, '.govuk-summary-list__key')).toEqual(['Decision', 'Narrative', 'Next steps']);
    expect(check.$('.govuk-summary-list__value').eq(1).text()).toContain('And <b>its</b> size.');
    // Going back keeps what was typed.
    const again = await waymark.open(reviewer, address('/decide'));
    expect(again.$('#reasons-narrative').val()).toBe('Name the cause.\nAnd <b>its</b> size.');
    expect(again.$('input[name="sections"]:checked').toArray().map((box) => again.$(box).val())).toEqual(['narrative', 'next-steps']);
    await waymark.submit(reviewer, address('/decide/check'), {});
    expect((await submission()).status).toBe('changes-requested');
    expect(textOf(await waymark.open(reviewer, address('/decided')), '.govuk-panel__title')).toEqual(['Changes requested']);

    await deliver(waymark, education, await submission(), { narrative: 'Catch-up hubs opened late in twenty places.' });
    await waymark.runJobs();
    review = await waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: review.submissionId, versionNumber: 2 });
    const page = await waymark.open(second, address());
    expect(textOf(page, 'h3')).toEqual(expect.arrayContaining(['Narrative Changed', 'Own rating Not changed', 'Next steps Not changed']));
    expect(textOf(page, 'h4').slice(0, 2)).toEqual(['Version 1', 'Version 2 (now)']);
    expect(textOf(page, 'ins')).toEqual(['late']);
    expect(page.$('main').text()).toContain('The council sent back Next steps. Its words are the same as before.');
    expect(textOf(page, 'main ol li').some((line) => line.includes('Name the cause.'))).toBe(true);
  });

  it.each<[string, Record<string, unknown>, [string, string | undefined][]]>([
    ['nothing', {}, [['Select your decision', '#decision']]],
    ['changes without a section', { decision: 'changes-requested' }, [['Select the sections to send back', '#sections']]],
    [
      'a section without its reason',
      { decision: 'changes-requested', sections: 'rating' },
      [['Enter what should change in own rating', '#reasons-rating']],
    ],
    [
      'a reason without its tick',
      { decision: 'changes-requested', sections: 'rating', 'reasons[rating]': 'Why green?', 'reasons[narrative]': 'And this?' },
      [['You wrote a reason for narrative but did not select it. Select it or clear the reason', '#sections']],
    ],
    [
      'an acceptance with a tick',
      { decision: 'accepted', sections: 'rating', 'reasons[rating]': 'Why green?' },
      [['You chose to accept and gave sections to send back. Choose one of the two', '#decision']],
    ],
    ['a section that is not there', { decision: 'changes-requested', sections: 'poetry' }, [['There is no section "poetry"', '#sections']]],
  ])('send %s back to the form with what was typed', async (_, fields, errors) => {
    await claim(reviewer);
    const response = await waymark.submit(reviewer, address('/decide'), fields);
    expect([response.status, response.headers['location']]).toEqual([303, address('/decide')]);
    const page = await waymark.open(reviewer, address('/decide'));
    expect(errorsOf(page)).toEqual(errors);
    expect(page.$('title').text()).toMatch(/^Error: /);
    for (const [, href] of errors) expect(page.$(String(href))).toHaveLength(1);
    if (fields['reasons[rating]']) expect(page.$('#reasons-rating').val()).toBe(fields['reasons[rating]']);
  });

  it('ask for the decision first where the check is opened without one', async () => {
    await claim(reviewer);
    const page = await waymark.open(reviewer, address('/decide/check'));
    expect([page.status, page.response.headers['location']]).toEqual([303, address('/decide')]);
    expect((await waymark.open(reviewer, address('/decided'))).status).toBe(404);
  });

  it('say that the checks are still to run, and keep the decision until then', async () => {
    await waymark.dataSource.query('UPDATE reviews SET checks_done_at = NULL WHERE id = $1', [review.id]);
    await claim(reviewer);
    const page = await waymark.open(reviewer, address());
    expect(page.$('main').text()).toContain('The checks have not run yet.');
    expect(textOf(page, '.govuk-button-group a')).toEqual(['Ask the department a question', 'Hand back to the queue', 'Hand on to another reviewer']);
    const decide = await waymark.open(reviewer, address('/decide'));
    expect([decide.status, decide.$('main').text()]).toEqual([409, expect.stringContaining('The checks have not run yet')]);
  });

  it.each(['/reviews/not-an-id', '/reviews/00000000-0000-4000-8000-000000000000', '/reviews/not-an-id/decide'])('%s is not found', async (path) => {
    expect((await waymark.open(reviewer, path)).status).toBe(404);
  });
});
