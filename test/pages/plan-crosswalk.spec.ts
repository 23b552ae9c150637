import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Mission } from '#features/missions/mission.entity.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type PlanPages, startPlanPages, textOf } from '../factories/plan-pages.factory.js';
import { openedAs } from '../factories/submission.factory.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const PAGE = '/frameworks/levelling-up-2022/missions/education/plans';

describe('one year’s plan after the other', () => {
  let plans: PlanPages;
  let first: Submission;

  beforeAll(async () => {
    plans = await startPlanPages();
    first = await plans.make.open('delivery-plan');
    await plans.fill(first);
  }, 60_000);
  afterAll(() => plans?.waymark.close());

  const read = ({ id }: Submission): Promise<Submission> => plans.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
  const deliver = async (plan: Submission): Promise<void> => {
    const submissions = plans.waymark.get(SubmissionsService);
    const sent = await submissions.move(actorOf(plans.education.people.official), openedAs(await read(plan)), 'send-for-sign-off');
    await submissions.move(actorOf(plans.education.people.sro), openedAs(sent), 'submit');
  };
  const accept = async ({ id }: Submission): Promise<void> => {
    const { waymark, education } = plans;
    await waymark.runJobs();
    const reviewer = actorOf(education.people.reviewer);
    const current = (): Promise<Review> => waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: id });
    const reviews = waymark.get(ReviewsService);
    const review = await current();
    await reviews.claim(reviewer, review.id, review.rowVersion);
    await reviews.decide(reviewer, review.id, { draft: { decision: 'accepted', reasons: [] }, rowVersion: (await current()).rowVersion });
  };

  describe('the crosswalk', () => {
    it('is empty for the public before a plan is accepted, says so, and is linked from the mission', async () => {
      await deliver(first);
      const { waymark, agents } = plans;
      const page = await waymark.open(waymark.visitor(), PAGE);
      expect(page.$('main').text()).toContain('No plan for this mission is public yet.');
      expect(page.$('main').text()).not.toContain('Tutors in every school');
      expect(await faultsOf(page.response.text)).toEqual([]);
      expect((await waymark.open(agents.official, PAGE)).$('main').text()).not.toContain('Tutors in every school');
      const mission = await waymark.open(waymark.visitor(), PAGE.replace(/\/plans$/, ''));
      expect(mission.$(`a[href="${PAGE}"]`)).toHaveLength(1);
    });

    it('shows the council what is delivered, marked, and keeps that from everybody else', async () => {
      const { waymark, agents } = plans;
      const page = await waymark.open(agents.member, PAGE);
      expect(textOf(page, '.govuk-table').join()).toMatch(/Department for Education.*Delivered, not accepted.*Tutors in every school/);
      expect(page.response.headers['cache-control']).toBe('private, no-store');
      expect((await waymark.open(waymark.visitor(), PAGE)).$('main').text()).not.toContain('Tutors in every school');
      expect((await agents.member.get(`${PAGE}.csv`)).text).not.toContain('Tutors');
    });

    it('shows everybody the accepted plans side by side, in under 15 statements', async () => {
      await accept(first);
      const { waymark } = plans;
      const { result: page, statements } = await statementsOf(() => waymark.open(waymark.visitor(), PAGE));
      expect(statements.length).toBeLessThan(15);
      const text = page.$('main').text().replaceAll(/\s+/g, ' ');
      for (const words of [
        'Tutors in every school', 'Ada Hill, Director', '30 September 2026: First 100 tutors', 'If it does not come: Fewer lessons online', '£0.3 million in all', '£0.1 million resource',
        '£0.2 million capital', '7.5 full-time equivalents', 'Every part of the mission’s text is served by a plan', 'counts on Department of Health and Social Care: School nurses (by 1 September 2026)',
        'No sum stands in two plans',
      ]) expect([words, text.includes(words)]).toEqual([words, true]);
      expect(textOf(page, '.govuk-tag')).toEqual(['Accepted', 'Not confirmed']);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(await faultsOf(page.response.text)).toEqual([]);
    });

    it('names what nobody has planned for', async () => {
      const { waymark, education } = plans;
      await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { clauses: [...education.mission.clauses, { key: 'z', text: 'In the worst places too', coveredBy: [] }], headlineMetrics: ['key-stage-2', 'attendance'] });
      const page = await waymark.open(plans.agents.member, PAGE);
      expect(textOf(page, 'h2:contains("nobody has planned") ~ ul').slice(0, 2)).toEqual(['In the worst places too', 'attendance']);
    });

    it('is a file with its description', async () => {
      const file = await plans.waymark.visitor().get(`${PAGE}.csv`);
      const rows = parse(file.text, { columns: true }) as Record<string, string>[];
      expect(rows.map(({ what }) => what)).toEqual(['contribution', 'policy', 'milestone', 'programme', 'money', 'money', 'staff', 'metric', 'dependency']);
      expect(rows[1]).toMatchObject({ department: 'dfe', title: 'Tutoring', who: 'Ada Hill, Director', starts_on: '2026-04-01', ends_on: '2027-03-31', standing: 'accepted', clauses: 'a' });
      expect(rows.slice(4, 6).map(({ kind, money_gbp_million: money }) => [kind, money])).toEqual([['Resource', '0.1'], ['Capital', '0.2']]);
      expect(rows[7]).toMatchObject({ what: 'metric', detail: '70% by March 2027', kind: 'Spending review' });
      const metadata = (await plans.waymark.visitor().get(`${PAGE}.csv-metadata.json`).responseType('text').then(({ body }) => JSON.parse(String(body)))) as { tableSchema: { columns: { name: string }[] } };
      expect(metadata.tableSchema.columns.map(({ name }) => name)).toEqual(Object.keys(rows[0] ?? {}));
      expect((await plans.waymark.visitor().get(PAGE.replace('education', 'nope'))).status).toBe(404);
    });
  });

  describe('a new year', () => {
    let second: Submission;

    it('begins with last year’s plan, names what is left out, and marks every line', async () => {
      const { waymark, agents, education } = plans;
      await waymark.dataSource.getRepository(Mission).update({ slug: 'health', frameworkId: education.mission.frameworkId }, { contributors: [] });
      second = await plans.make.open('delivery-plan');
      const show = await waymark.open(agents.official, `/delivery-plans/${second.id}`);
      const copy = show.$('a:contains("Begin with last year’s plan")').attr('href') ?? '';
      const asked = await waymark.open(agents.official, copy);
      expect(asked.$('main').text()).toContain('Mission 7: Health');
      expect(await faultsOf(asked.response.text)).toEqual([]);
      const copied = await plans.follow(agents.official, await waymark.submit(agents.official, copy, {}));
      expect(textOf(copied, '.govuk-notification-banner__content')[0]).toMatch(/were copied\. Left out: Mission 7: Health\.$/);
      const draft = await plans.draftOf(second);
      expect(draft.funding).toEqual((await plans.draftOf(first)).funding);
      const funding = await waymark.open(agents.official, `/delivery-plans/${second.id}/sections/funding`);
      expect(textOf(funding, '.govuk-summary-card .govuk-tag')).toEqual(['Unchanged', 'Unchanged']);
      expect((await agents.official.post(copy).type('form').send({ _csrf: asked.$('input[name="_csrf"]').attr('value'), rowVersion: (await read(second)).rowVersion })).status).toBe(409);
    });

    it('marks what is changed and new, for who writes and who signs, word by word', async () => {
      const { waymark, agents } = plans;
      const base = `/delivery-plans/${second.id}`;
      const { funding } = await plans.draftOf(second);
      await plans.follow(agents.official, await waymark.submit(agents.official, `${base}/lists/funding/${funding[0]?.id}`, { title: 'Tutors', kind: 'resource', mission: 'education', moneyMillions: '0.5', source: 'Tutoring fund' }));
      await plans.follow(agents.official, await waymark.submit(agents.official, `${base}/lists/outcomes/add`, { title: 'Pupils stay' }));
      const since = await waymark.open(agents.sro, `${base}/since-last-year`);
      expect(textOf(since, 'h3')).toEqual(['Outcome: Pupils stay New', 'Funding: Tutors Changed']);
      expect(textOf(since, 'ins').join()).toContain('£0.5');
      expect(await faultsOf(since.response.text)).toEqual([]);
      await plans.follow(agents.official, await waymark.submit(agents.official, `${base}/totals/funding`, { total: '0.7' }));
      await plans.follow(agents.official, await waymark.submit(agents.official, `${base}/contributions/education`, { contribution: 'Tutors in every school', policies: 'Tutoring', moneyMillions: '0.7', clauses: 'a' }));
      await plans.follow(agents.official, await waymark.submit(agents.official, `${base}/check`, {}));
      const sign = await waymark.open(agents.sro, `${base}/sign-off`);
      expect(textOf(sign, 'dt').join('|')).toMatch(/Outcome: Pupils stay \(new since .*Funding: Tutors \(changed since .*Funding: Rooms \(unchanged since /);
    });

    it('is shown beside the old one’s money, year by year', async () => {
      await plans.waymark.get(SubmissionsService).move(actorOf(plans.education.people.sro), openedAs(await read(second)), 'submit');
      const page = await plans.waymark.open(plans.agents.member, PAGE);
      const years = page.$('#years + .waymark-scroll tbody tr').toArray().map((row) => page.$(row).find('td').last().text());
      // The newest plan that is public or, for the council, delivered stands first.
      expect(years).toEqual(['0.7', '0.3']);
      expect(textOf(page, '.govuk-tag')[0]).toBe('Delivered, not accepted');
    });
  });
});
