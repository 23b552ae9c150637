import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { ReviewersWebModule } from '#features/reviewers/web/reviewers-web.module.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsWebModule } from '#features/reviews/web/reviews-web.module.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { ANSWERS, queuedReview, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const textOf = (page: Page, selector: string): string[] => page.$(selector).toArray().map((element) => page.$(element).text().replaceAll(/\s+/g, ' ').trim());

describe('the review queue', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let reviewer: Agent;
  let second: Agent;
  let review: Review;
  let year = 2000;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, ReviewersWebModule, ReviewsWebModule, EvidenceReturnsModule, DeliveryPlansModule, JobsModule] });
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2026-10-01');
    await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
    await waymark.runJobs();
    await savePerson(waymark, 'Second Reviewer', ['reviewer'], 'council');
    await savePerson(waymark, 'Lent', ['reviewer'], 'council', 'dfe');
    reviewer = await waymark.signIn(education.people.reviewer.email);
    second = await waymark.signIn('second.reviewer@council.example.org');
  }, 60_000);
  afterAll(() => waymark?.close());

  const queued = (rating: 'green' | 'red' = 'red'): Promise<Review> => queuedReview(waymark, education, (year += 1), { ...ANSWERS, rating });
  beforeEach(async () => {
    review = await queued();
  });

  const submissionOf = ({ submissionId }: Review): Promise<Submission> => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submissionId });
  const statusOf = async ({ id }: Review): Promise<string> => (await waymark.dataSource.getRepository(Review).findOneByOrFail({ id })).status;
  const rowOf = (page: Page, { id }: Review): string[] => {
    const row = page.$(`main table a[href="/reviews/${id}"]`).first().closest('tr');
    return row.find('th, td').toArray().map((cell) => page.$(cell).text().replaceAll(/\s+/g, ' ').trim());
  };
  const listed = (page: Page): string[] => page.$('#open-reviews').closest('table').find('tbody a').toArray().map((link) => page.$(link).attr('href')?.replace('/reviews/', '') ?? '');

  it('says what, whose, how risky and why, since when, due when, how it stands', async () => {
    const page = await waymark.open(reviewer, '/reviews');
    expect(page.status).toBe(200);
    expect(textOf(page, 'h1')).toEqual(['Review queue']);
    const { reference } = await submissionOf(review);
    expect(rowOf(page, review)).toEqual([
      `Select ${reference}`, reference, `Evidence return on Education for April ${year} to March ${year + 1}`, 'Department for Education',
      'High risk Figures off track or worse', '23 November 2026 at 9:00am', '7 December 2026', 'Waiting for a reviewer',
    ]);
    expect(await faultsOf(page.response.text)).toEqual([]);
    expect(page.$('main').text()).not.toContain('undefined');
  });

  it('names every reason for a risk', async () => {
    const claiming = await queued('green');
    await waymark.dataSource.query(`UPDATE submissions SET overdue_at = '2026-11-22', rounds_sent_back = 1 WHERE id = $1`, [claiming.submissionId]);
    const page = await waymark.open(reviewer, '/reviews');
    expect(rowOf(page, claiming)[4]).toBe('High risk Figures off track or worse Rated better than the figures Delivered late Sent back once before');
    expect(rowOf(page, claiming)[7]).toContain('Second reviewer needed');
  });

  it('knows the first return of a new lead', async () => {
    const leads = waymark.dataSource.getRepository(MissionLead);
    await waymark.dataSource.query(`UPDATE mission_leads SET from_date = '2024-01-01' WHERE mission_id = $1`, [education.mission.id]);
    await leads.save({ missionId: education.mission.id, organisationId: education.organisations.dhsc.id, from: '2022-02-02', to: '2024-01-01', basis: 'paper' });
    const first = (await waymark.dataSource.getRepository(Review).find({ relations: { submission: true } })).sort((left, right) => (left.submission.coversTo < right.submission.coversTo ? -1 : 1))[0];
    const page = await waymark.open(reviewer, '/reviews');
    if (!first) throw new Error('no review');
    expect(rowOf(page, first)[4]).toContain('First return of a new lead');
    expect(rowOf(page, review)[4]).not.toContain('new lead');
  });

  it('puts her own first, and marks what is overdue', async () => {
    await waymark.submit(second, `/reviews/${review.id}`, {}, `/reviews/${review.id}/claim`);
    const page = await waymark.open(second, '/reviews');
    expect(listed(page)[0]).toBe(review.id);
    expect(rowOf(page, review).at(-1)).toBe('You are reviewing this');
    expect(rowOf(await waymark.open(reviewer, '/reviews'), review).at(-1)).toBe('Being reviewed by Second Reviewer');
    await waymark.dataSource.query(`UPDATE reviews SET due_on = '2026-11-22' WHERE id = $1`, [review.id]);
    expect(rowOf(await waymark.open(reviewer, '/reviews'), review).at(-1)).toContain('Overdue');
  });

  it('filters by address alone, and keeps what was chosen', async () => {
    await waymark.submit(second, `/reviews/${review.id}`, {}, `/reviews/${review.id}/claim`);
    const others = await waymark.open(reviewer, '/reviews?state=others&kind=evidence-return&due=');
    expect(listed(others)).toContain(review.id);
    expect(others.$('#filter-state').val()).toBe('others');
    expect(await faultsOf(others.response.text)).toEqual([]);
    for (const query of ['state=waiting', 'kind=delivery-plan', 'risk=usual', 'due=overdue&state=mine', `department=${education.organisations.dhsc.id}`]) {
      expect([query, listed(await waymark.open(reviewer, `/reviews?${query}`)).includes(review.id)]).toEqual([query, false]);
    }
    for (const query of ['', `mission=${education.mission.id}`, `department=${education.organisations.dfe.id}`, 'risk=high', 'state=nonsense', 'kind=%27']) {
      expect([query, listed(await waymark.open(reviewer, `/reviews?${query}`)).includes(review.id)]).toEqual([query, true]);
    }
    expect((await waymark.open(reviewer, '/reviews?state=a&state=b')).status).toBe(422);
  });

  it('gives the next with one press, as filtered', async () => {
    const response = await waymark.submit(reviewer, '/reviews?state=waiting&risk=high', {}, '/reviews/take-next');
    expect(response.status).toBe(303);
    const address = String(response.headers['location']);
    expect(address).toMatch(/^\/reviews\/[0-9a-f-]{36}$/);
    expect((await waymark.open(reviewer, address)).$('.govuk-notification-banner').text()).toContain('You have claimed this review.');
    const none = await waymark.submit(reviewer, '/reviews?kind=delivery-plan', {}, '/reviews/take-next');
    expect(none.headers['location']).toBe('/reviews');
    expect((await waymark.open(reviewer, '/reviews')).$('.govuk-notification-banner').text()).toContain('Nothing waits that you may review.');
  });

  it('claims several, and says which somebody else was faster with', async () => {
    const other = await queued();
    const page = await waymark.open(reviewer, '/reviews');
    const ticks = [review, other].map(({ id }) => page.$(`input[name="reviews"][value^="${id}:"]`).attr('value'));
    expect(ticks.every(Boolean)).toBe(true);
    const none = await waymark.submit(reviewer, '/reviews', {}, '/reviews/bulk/claims');
    expect([none.status, none.headers['location']]).toEqual([303, '/reviews']);
    const again = await waymark.open(reviewer, '/reviews');
    expect(textOf(again, '.govuk-error-summary a')).toEqual(['Select the reviews that you want to claim']);
    expect(again.$(String(again.$('.govuk-error-summary a').attr('href')))).toHaveLength(1);
    expect(again.$('title').text()).toMatch(/^Error: /);
    await waymark.submit(second, `/reviews/${other.id}`, {}, `/reviews/${other.id}/claim`);
    const response = await waymark.submit(reviewer, '/reviews', { reviews: ticks }, '/reviews/bulk/claims');
    expect(response.headers['location']).toBe('/reviews/bulk/claims/done');
    const done = await waymark.open(reviewer, '/reviews/bulk/claims/done');
    expect(textOf(done, 'tbody td')).toEqual(['Claimed by you', 'Not done: Second Reviewer has claimed this review']);
    expect(await faultsOf(done.response.text)).toEqual([]);
  });

  it('accepts like returns together: choose, check, accept, see what became of each', async () => {
    for (const { id } of await waymark.dataSource.getRepository(Review).findBy({ status: 'claimed', reviewerId: education.people.reviewer.id })) {
      await waymark.submit(reviewer, `/reviews/${id}/hand-back`, {});
    }
    await waymark.submit(reviewer, `/reviews/${review.id}`, {}, `/reviews/${review.id}/claim`);
    const alone = await waymark.open(reviewer, '/reviews/bulk/accept');
    expect(await faultsOf(alone.response.text)).toEqual([]);
    expect(textOf(alone, 'tbody td').at(-1)).toMatch(/needs a look/);
    expect(alone.$('main form[method="get"]')).toHaveLength(0);
    const { reference } = await submissionOf(review);
    expect((await waymark.open(reviewer, `/reviews/bulk/accept/check?reviews=${review.id}&reviews=nonsense`)).response.headers['location']).toBe('/reviews/bulk/accept');
    const dropped = await waymark.open(reviewer, '/reviews/bulk/accept');
    expect(textOf(dropped, '.govuk-error-summary a, .govuk-error-summary li')[0]).toMatch(new RegExp(`^${reference} cannot be accepted with others: .+ needs a look`));
    await waymark.dataSource.query(`UPDATE review_checks SET outcome = 'passed' WHERE review_id = $1`, [review.id]);
    const choose = await waymark.open(reviewer, '/reviews/bulk/accept');
    expect(textOf(choose, 'fieldset legend')).toEqual([`Evidence return for April ${year} to March ${year + 1} (1)`]);
    expect(await faultsOf(choose.response.text)).toEqual([]);
    expect((await waymark.open(reviewer, '/reviews/bulk/accept/check')).response.headers['location']).toBe('/reviews/bulk/accept');
    const error = await waymark.open(reviewer, '/reviews/bulk/accept');
    expect(textOf(error, '.govuk-error-summary a')).toEqual(['Select the returns that you want to accept']);
    expect(error.$('#reviews')).toHaveLength(1);
    const address = `/reviews/bulk/accept/check?reviews=${review.id}`;
    const check = await waymark.open(reviewer, address);
    expect(textOf(check, 'h2')).toContain(reference);
    expect(textOf(check, '.govuk-summary-list__key')).toEqual(expect.arrayContaining(['Department', 'Rating', 'Completeness', 'Figures against observations', 'Promises of last time']));
    expect(await faultsOf(check.response.text)).toEqual([]);
    expect(await statusOf(review)).toBe('claimed');
    const response = await waymark.submit(reviewer, address, {}, '/reviews/bulk/accept/check');
    expect(response.headers['location']).toBe('/reviews/bulk/accept/done');
    const done = await waymark.open(reviewer, '/reviews/bulk/accept/done');
    expect([textOf(done, 'tbody th'), textOf(done, 'tbody td')]).toEqual([[reference], ['Accepted']]);
    expect((await submissionOf(review)).status).toBe('accepted');
  });

  it('offers a secondee nothing of the home department, and says so', async () => {
    const page = await waymark.open(await waymark.signIn('lent@council.example.org'), '/reviews');
    expect(page.$('#open-reviews')).toHaveLength(0);
    expect(page.$('main').text()).toMatch(/\d+ deliveries are not offered to you/);
    expect(page.$('main').text()).toContain('You are on secondment from the department');
  });

  it.each<[string, string, number, number]>([
    ['a council member', 'member@council.example.org', 200, 403],
    ['an official', 'official@dfe.example.org', 403, 403],
    ['an administrator', 'administrator@council.example.org', 403, 403],
  ])('is open to the council: %s', async (_, email, queue, bulk) => {
    const agent = await waymark.signIn(email);
    const page = await waymark.open(agent, '/reviews');
    expect(page.status).toBe(queue);
    if (queue === 200) expect(page.$('main form[method="post"]')).toHaveLength(0);
    expect((await waymark.open(agent, '/reviews/bulk/accept')).status).toBe(bulk);
    const { $ } = await waymark.open(agent, '/sign-out');
    const posted = await agent.post('/reviews/take-next').redirects(0).type('form').send({ _csrf: $('input[name="_csrf"]').first().attr('value') });
    expect(posted.status).toBe(403);
  });

  it('is a page of fifty under fifteen statements with 1,000 open reviews', async () => {
    await waymark.dataSource.query(
      `INSERT INTO submissions (kind, reference, framework_id, organisation_id, mission_id, covers_label, covers_from, covers_to, due_on, first_due_on, status, delivered_versions, standing_version, created_at, row_version)
       SELECT s.kind, 'ER-2099-' || n, s.framework_id, s.organisation_id, s.mission_id, 'of ' || n, date '2200-01-01' + n, date '2200-01-01' + n, '2026-12-15', '2026-12-15', 'draft', 0, NULL, '2026-11-01', 1
         FROM submissions s CROSS JOIN generate_series(1, 1000) n WHERE s.id = $1`,
      [review.submissionId],
    );
    // As the owner without its guards: how a thousand deliveries came about is not what is looked at here.
    await asOwner([
      'ALTER TABLE submissions DISABLE TRIGGER USER',
      `INSERT INTO submission_versions (submission_id, number, content, checksum, drafted_by, signed_by, submitted_at)
       SELECT s.id, 1, v.content, 'x', v.drafted_by, v.signed_by, v.submitted_at FROM submissions s CROSS JOIN submission_versions v
        WHERE s.reference LIKE 'ER-2099-%' AND v.submission_id = '${review.submissionId}'`,
      `UPDATE submissions SET status = 'submitted', delivered_versions = 1, standing_version = 1 WHERE reference LIKE 'ER-2099-%'`,
      'ALTER TABLE submissions ENABLE TRIGGER USER',
      `INSERT INTO reviews (submission_id, version_number, status, queued_at, due_on, row_version)
       SELECT id, 1, 'queued', '2026-11-20', '2026-12-04', 1 FROM submissions WHERE reference LIKE 'ER-2099-%'`,
    ]);
    await waymark.open(second, '/reviews');
    const { result, statements } = await statementsOf(() => waymark.open(second, '/reviews'));
    expect(result.status).toBe(200);
    expect(listed(result)).toHaveLength(50);
    expect(textOf(result, 'main p').some((text) => /^10\d\d open\./.test(text))).toBe(true);
    expect(statements.length).toBeLessThan(15);
    const next = result.$('main a').toArray().map((link) => result.$(link)).find((link) => link.text() === 'Next page')?.attr('href');
    const following = await waymark.open(second, String(next));
    expect(listed(following)).toHaveLength(50);
    expect(listed(following).filter((id) => listed(result).includes(id))).toEqual([]);
  }, 60_000);

  async function asOwner(statements: string[]): Promise<void> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: waymark.database.ownerUrl, options: '-c search_path=waymark' });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }
});
