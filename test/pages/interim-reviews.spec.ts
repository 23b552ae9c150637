import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { InterimReviewsApiModule } from '#features/interim-reviews/api/interim-reviews-api.module.js';
import { InterimReviewsQueries } from '#features/interim-reviews/interim-reviews.queries.js';
import { InterimReviewsWebModule } from '#features/interim-reviews/web/interim-reviews-web.module.js';
import { MissionsWebModule } from '#features/missions/web/missions-web.module.js';
import { Target } from '#features/missions/target.entity.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

describe('the pages of interim reviews', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let address: string;

  const textOf = ({ $ }: Page): string => $('main').text().replaceAll(/\s+/g, ' ');
  const asPublic = async (page: string): Promise<string> => textOf(await waymark.open(waymark.visitor(), page));
  const as = (name: 'official' | 'otherSro' | 'member' | 'secondee' | 'reviewer'): Promise<Agent> => waymark.signIn(education.people[name].email);
  const buttonsFor = async (agent: Agent): Promise<(string | undefined)[]> => {
    const { $ } = await waymark.open(agent, address);
    return $('.govuk-button-group a').toArray().map((link) => $(link).attr('href'));
  };
  const errorsOf = async (agent: Agent, page: string): Promise<(string | undefined)[]> => {
    const { $ } = await waymark.open(agent, page);
    return $('.govuk-error-summary a').toArray().map((link) => $(link).attr('href'));
  };

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, InterimReviewsWebModule, InterimReviewsApiModule, MissionsWebModule, JobsModule] });
    waymark.clock.set('2025-09-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    const milestones: Target['milestones'] = [{ period: '2024-09-01/P1Y', kind: 'interim-target', value: 75 }];
    const { id, firstPublished } = education.target;
    await waymark.dataSource.getRepository(Target).update({ id }, { milestones: milestones as never, firstPublished: { ...firstPublished, milestones } as never });
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2024-12-10');
  });
  afterAll(() => waymark.close());

  it('say so where no date has passed', async () => {
    expect(await asPublic('/interim-reviews')).toContain('No interim target’s date has passed yet.');
    await waymark.runWatches();
    address = `/interim-reviews/${(await waymark.get(InterimReviewsQueries).all())[0]?.reference ?? ''}`;
  });

  it('say what they wait for, and since when', async () => {
    expect(await asPublic('/interim-reviews')).toMatch(/IR-2025-\w{4} 5, Education 31 August 2025 1 waiting for figures Due by 29 September 2025 Waiting for figures/);
    const text = await asPublic(address);
    expect(text).toMatch(/Waits for ?Pupils at the expected standard: the final figure for school year 2024\/25/);
    expect(text).toMatch(/Waits since ?1 September 2025/);
    expect(text).toMatch(/May be expected ?About 15 December 2025/);
    expect(text).toContain('Department for Education is asked to say by 29 September 2025');
    expect((await waymark.open(waymark.visitor(), '/interim-reviews/IR-2025-XXXX')).status).toBe(404);
  });

  it('show each what they may do', async () => {
    expect(await buttonsFor(waymark.visitor())).toEqual([]);
    expect(await buttonsFor(await as('official'))).toEqual([`${address}/answer`]);
    expect(await buttonsFor(await as('otherSro'))).toEqual([]);
    expect(await buttonsFor(await as('member'))).toEqual([]);
    expect((await waymark.open(await as('otherSro'), `${address}/answer`)).status).toBe(403);
    expect((await waymark.open(await as('reviewer'), `${address}/decide`)).status).toBe(403);
    expect((await waymark.open(await as('member'), `${address}/decide`)).status).toBe(409);
  });

  it('take the department’s answer and publish it', async () => {
    const official = await as('official');
    await waymark.submit(official, `${address}/answer`, { effects: ' ' });
    expect(await errorsOf(official, `${address}/answer`)).toEqual(['#effects']);
    const { $ } = await waymark.open(official, `${address}/answer`);
    const stale = { _csrf: $('input[name="_csrf"]').attr('value') ?? '', rowVersion: $('input[name="rowVersion"]').attr('value') ?? '' };
    const done = await waymark.submit(official, `${address}/answer`, { effects: 'Schools drill for the test.' });
    expect([done.status, done.headers['location']]).toEqual([303, address]);
    const conflict = await official.post(`${address}/answer`).redirects(0).set('Referer', waymark.address).set('Host', new URL(waymark.address).host).type('form').send({ ...stale, effects: 'Typed in vain.' });
    expect([conflict.status, conflict.text.includes('Typed in vain.')]).toEqual([409, true]);
    expect(await asPublic(address)).toMatch(/Schools drill for the test\. ?official, Department for Education, 1 September 2025/);
  });

  it('say met or missed with the release that decided', async () => {
    const release = await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 62 }, '2025-12-11');
    waymark.clock.set('2025-12-11T09:30:00Z');
    await waymark.runWatches();
    const text = await asPublic(address);
    expect(text).toMatch(/90% reach the expected standard Missed .*it was 62%, so the interim target was missed\./);
    expect(text).toMatch(new RegExp(`Decided by ?Release ${release.id}, ks2\\.csv, 11 December 2025`));
    expect(text).toContain('The figures have come. The council has not decided yet.');
    expect(await buttonsFor(await as('secondee'))).toEqual([]);
    expect(await buttonsFor(await as('member'))).toEqual([`${address}/decide`]);
  });

  it('take the council’s recommendation and close', async () => {
    const member = await as('member');
    await waymark.submit(member, `${address}/decide`, { reason: '' });
    expect(await errorsOf(member, `${address}/decide`)).toEqual(['#recommendation', '#reason']);
    const done = await waymark.submit(member, `${address}/decide`, { recommendation: 'reset', reason: 'Out of reach.' });
    expect(done.status).toBe(303);
    expect(await asPublic(address)).toMatch(/What the council recommends Reset the target Out of reach\. ?member, for the council, 11 December 2025/);
  });

  it('record a reset, and show both versions here and both verdicts on the mission’s page', async () => {
    const member = await as('member');
    const page = `${address}/targets/expected-standard/reset`;
    expect(await buttonsFor(member)).toEqual([page]);
    await waymark.submit(member, page, { value: 'x', setBy: '', reason: '' });
    expect(await errorsOf(member, page)).toEqual(['#value', '#reason', '#setBy']);
    expect((await waymark.submit(member, page, { value: '60', setBy: 'DfE, 11 December 2025', reason: 'No tests in two years.' })).status).toBe(303);
    await waymark.runJobs();
    expect(await asPublic(address)).toMatch(/First published on 2 February 2022: 90 \(The framework\).*From 11 December 2025: 60 \(DfE, 11 December 2025\) Reset while off track ?No tests in two years\./);
    expect(await asPublic('/frameworks/levelling-up-2022/missions/education')).toMatch(/first published.*Deteriorating\./i);
  });

  it('are in the API', async () => {
    const { items } = JSON.parse((await waymark.open(waymark.visitor(), '/api/v1/interim-reviews')).response.text) as { items: object[] };
    expect(items).toEqual([
      expect.objectContaining({ mission: 'education', state: 'closed', interimOn: '2025-08-31', department: 'dfe', recommendation: 'reset', effectsText: 'Schools drill for the test.', effectsOverdue: false, targets: [expect.objectContaining({ target: 'expected-standard', asked: 75, outcome: 'missed' })] }),
    ]);
  });

  it.each(['/interim-reviews', 'show'])('take fewer than 15 statements (%s)', async (page) => {
    const { statements } = await statementsOf(() => waymark.open(waymark.visitor(), page === 'show' ? address : page));
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThan(15);
  });

  it('are valid HTML, forms too', async () => {
    const member = await as('member');
    for (const page of ['/interim-reviews', address, `${address}/targets/expected-standard/reset`]) {
      const { response, status } = await waymark.open(member, page);
      expect([page, status, await faultsOf(response.text)]).toEqual([page, 200, []]);
    }
  });

  it('are valid HTML while a review is open', async () => {
    waymark.clock.set('2027-01-04T08:00:00Z');
    const milestones = [{ period: '2025-09-01/P1Y', kind: 'interim-target' as const, value: 70 }];
    await waymark.dataSource.getRepository(Target).update({ id: education.target.id }, { milestones: milestones as never });
    await publishFigures(waymark.dataSource, education, { '2025-09-01/P1Y': 71 }, '2026-12-11');
    await waymark.runWatches();
    const second = `/interim-reviews/${(await waymark.get(InterimReviewsQueries).all())[0]?.reference ?? ''}`;
    for (const [agent, page] of [[await as('official'), second], [await as('official'), `${second}/answer`], [await as('member'), `${second}/decide`]] as const) {
      const { response, status } = await waymark.open(agent, page);
      expect([page, status, await faultsOf(response.text)]).toEqual([page, 200, []]);
    }
    expect(await asPublic(second)).toMatch(/90% reach the expected standard Met/);
  });
});
