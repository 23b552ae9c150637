import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IsNull } from 'typeorm';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { ReasonTemplateVersion } from '#features/reviewers/reason-template-version.entity.js';
import { ReviewersWebModule } from '#features/reviewers/web/reviewers-web.module.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewerAbsence } from '#features/reviewers/reviewer-absence.entity.js';
import { WorkloadQueries } from '#features/reviewers/workload.queries.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { ReviewsWebModule } from '#features/reviews/web/reviews-web.module.js';
import { actorOf, openReturn, queuedReview, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const textOf = (page: Page, selector: string): string[] => page.$(selector).toArray().map((element) => page.$(element).text().replaceAll(/\s+/g, ' ').trim());
const errorsOf = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);

const FROM = { fromDay: '1', fromMonth: '1', fromYear: '2026' };

describe('the pages of the council’s own people', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let reviewer: Agent;
  let member: Agent;
  let year = 2000;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, ReviewersWebModule, ReviewsWebModule, EvidenceReturnsModule, DeliveryPlansModule, JobsModule] });
    education = await saveEducationMission(waymark.dataSource);
    await savePerson(waymark, 'Cat Taker', ['reviewer'], 'council');
    reviewer = await waymark.signIn(education.people.reviewer.email);
    member = await waymark.signIn(education.people.member.email);
  }, 60_000);
  afterAll(() => waymark?.close());

  const valid = async (agent: Agent, address: string): Promise<Page> => {
    const page = await waymark.open(agent, address);
    expect([address, page.status, page.$('h1').length]).toEqual([address, 200, 1]);
    expect([address, await faultsOf(page.response.text)]).toEqual([address, []]);
    expect(page.$('main').text()).not.toMatch(/undefined|\[object/);
    return page;
  };
  const claimed = async (): Promise<Review> => {
    const review = await queuedReview(waymark, education, (year += 1));
    await waymark.get(ReviewsService).claim(actorOf(education.people.reviewer), review.id, review.rowVersion);
    return waymark.dataSource.getRepository(Review).findOneByOrFail({ id: review.id });
  };

  describe('interests', () => {
    const declare = (fields: object): ReturnType<TestApplication['submit']> => waymark.submit(member, '/council/interests/declare', { ...FROM, ...fields });

    it('are declared, shown to everybody, and ended', async () => {
      expect(textOf(await valid(waymark.visitor(), '/council/interests'), 'main p')).toContain('Nobody has declared an interest.');
      await valid(member, '/council/interests/declare');
      const response = await declare({ subject: `organisation:${education.organisations.dfe.id}`, what: 'I advised its <b>schools</b> team' });
      expect([response.status, response.headers['location']]).toEqual([303, '/council/interests/mine']);
      const mine = await valid(member, '/council/interests/mine');
      expect(mine.$('.govuk-notification-banner').text()).toContain('Your interest is on the public register.');
      const shown = await valid(waymark.visitor(), '/council/interests');
      expect(textOf(shown, 'tbody th, tbody td')).toEqual(['member', 'Department for Education', 'I advised its <b>schools</b> team', '1 January 2026', 'No end known', 'Bars reviews now']);
      const end = String(mine.$('tbody a').attr('href'));
      await valid(member, end);
      const ended = await waymark.submit(member, end, { toDay: '23', toMonth: '11', toYear: '2026' });
      expect(ended.headers['location']).toBe('/council/interests/mine');
      expect(textOf(await valid(waymark.visitor(), '/council/interests'), 'tbody td')[3]).toBe('23 November 2026');
      expect((await waymark.open(reviewer, end)).status).toBe(404);
    });

    it.each<[string, object, [string, string][]]>([
      ['nothing', { fromDay: '', fromMonth: '', fromYear: '' }, [
        ['Select the mission or the organisation that the interest is in', '#subject'],
        ['Enter what the interest is', '#what'],
        ['Enter the date the interest began', '#from'],
      ]],
      ['dates that are none', { what: 'x', fromDay: '31', fromMonth: '2', toDay: '1' }, [
        ['Select the mission or the organisation that the interest is in', '#subject'],
        ['The date the interest began must be a real date', '#from'],
        ['The date the interest ends must be a real date', '#to'],
      ]],
    ])('send %s back with what was typed', async (_, fields, errors) => {
      const response = await declare(fields);
      expect([response.status, response.headers['location']]).toEqual([303, '/council/interests/declare']);
      const page = await valid(member, '/council/interests/declare');
      expect(errorsOf(page)).toEqual(errors);
      expect(page.$('title').text()).toMatch(/^Error: /);
      for (const [, href] of errors) expect(page.$(href)).toHaveLength(1);
      if ('what' in fields) expect([page.$('#what').val(), page.$('#from').val(), page.$('#to').val()]).toEqual(['x', '31', '1']);
    });
  });

  describe('leave', () => {
    it('is entered, its reviews are handed on with one confirmation, and the result is shown', async () => {
      const review = await claimed();
      await valid(reviewer, '/council/absences');
      await valid(reviewer, '/council/absences/new');
      const entered = await waymark.submit(reviewer, '/council/absences/new', { fromDay: '1', fromMonth: '12', fromYear: '2026', toDay: '11', toMonth: '12', toYear: '2026', scope: 'due-in-it' });
      const address = String(entered.headers['location']);
      expect(address).toMatch(/^\/council\/absences\/.*\/spread$/);
      const page = await valid(member, address);
      expect(textOf(page, 'main select option[selected]')).toEqual(['Cat Taker (holds 0)']);
      const stray = await waymark.submit(member, address, { [`to[${review.id}]`]: 'nobody' });
      expect(stray.headers['location']).toBe(address);
      expect(errorsOf(await valid(member, address))).toEqual([[expect.stringMatching(/^Select who takes ER-/), `#to-${review.id}`]]);
      const taker = page.$('main select option[selected]').attr('value');
      const response = await waymark.submit(member, address, { [`to[${review.id}]`]: taker });
      expect(response.headers['location']).toBe(`${address}/done`);
      expect(textOf(await valid(member, `${address}/done`), 'tbody td')).toEqual(['Handed on to Cat Taker']);
      expect((await waymark.dataSource.getRepository(Review).findOneByOrFail({ id: review.id })).reviewerId).toBe(taker);
      expect(textOf(await valid(reviewer, '/council/absences'), 'tbody td')[3]).toBe('Reviews handed on');
      expect((await waymark.open(await waymark.signIn('cat.taker@council.example.org'), address)).status).toBe(403);
    });

    it('is taken back', async () => {
      await waymark.submit(reviewer, '/council/absences/new', { fromDay: '1', fromMonth: '3', fromYear: '2027', toDay: '2', toMonth: '3', toYear: '2027', scope: 'all-open' });
      const { id } = await waymark.dataSource.getRepository(ReviewerAbsence).findOneByOrFail({ from: '2027-03-01' });
      await valid(reviewer, `/council/absences/${id}/cancel`);
      expect((await waymark.submit(reviewer, `/council/absences/${id}/cancel`, {})).status).toBe(303);
      expect((await waymark.open(reviewer, `/council/absences/${id}/spread`)).status).toBe(409);
      expect(textOf(await valid(reviewer, '/council/absences'), 'tbody td')).toContain('Taken back');
    });

    it('names what is wrong beside the field', async () => {
      const response = await waymark.submit(reviewer, '/council/absences/new', { fromDay: '2', fromMonth: '12', fromYear: '2026', toDay: '1', toMonth: '12', toYear: '2026', scope: 'all-open' });
      expect(response.headers['location']).toBe('/council/absences/new');
      const page = await valid(reviewer, '/council/absences/new');
      expect(errorsOf(page)).toEqual([['The last day of your leave must be the same as or after the first', '#to']]);
      expect(page.$('input[name="scope"]:checked').val()).toBe('all-open');
    });
  });

  describe('templates of reasons', () => {
    it('are written, rewritten as a new version, and retired', async () => {
      await valid(reviewer, '/council/reason-templates/new');
      const empty = await waymark.submit(reviewer, '/council/reason-templates/new', {});
      expect(empty.headers['location']).toBe('/council/reason-templates/new');
      expect(errorsOf(await valid(reviewer, '/council/reason-templates/new'))).toEqual([['Enter a title', '#title'], ['Enter the words of the reason', '#text']]);
      const added = await waymark.submit(reviewer, '/council/reason-templates/new', { title: 'Cause', section: 'narrative', text: 'Name the cause.' });
      const address = String(added.headers['location']);
      await valid(reviewer, address);
      await waymark.submit(member, `${address}/edit`, { title: 'Cause', section: '', text: 'Name the cause\r\nand its size.' });
      const page = await valid(member, address);
      expect(textOf(page, 'h3')).toEqual([expect.stringMatching(/^Version 2, member, /), expect.stringMatching(/^Version 1, reviewer, /)]);
      expect(textOf(page, '.waymark-prose')).toEqual(['Name the cause and its size.', 'Name the cause and its size.', 'Name the cause.']);
      await waymark.submit(member, address, {}, `${address}/retire`);
      expect(textOf(await valid(member, '/council/reason-templates'), 'tbody td')).toEqual(['Any section', 'Retired']);
      expect((await waymark.open(member, `${address}/edit`)).status).toBe(409);
      await waymark.submit(member, address, {}, `${address}/retire`);
      expect(textOf(await valid(member, '/council/reason-templates'), 'tbody td')).toEqual(['Any section', 'In use']);
      expect(await waymark.dataSource.getRepository(ReasonTemplateVersion).count()).toBe(2);
    });

    it('keep what the second of two typed', async () => {
      const added = await waymark.submit(reviewer, '/council/reason-templates/new', { title: 'Size', section: '', text: 'How large?' });
      const address = `${String(added.headers['location'])}/edit`;
      const { $ } = await waymark.open(member, address);
      const stale = { _csrf: $('input[name="_csrf"]').last().attr('value'), rowVersion: $('input[name="rowVersion"]').attr('value') };
      await waymark.submit(reviewer, address, { title: 'Size', text: 'How large is it?' });
      const response = await member.post(address).redirects(0).type('form').send({ ...stale, title: 'Size', section: '', text: 'My better words' });
      expect(response.status).toBe(409);
      expect(response.text).toContain('My better words');
    });
  });

  describe('templates on the decision’s page', () => {
    it('are put below what was typed, for their section or any, and lose nothing of the form', async () => {
      const add = async (title: string, section: string, text: string): Promise<string> =>
        String((await waymark.submit(reviewer, '/council/reason-templates/new', { title, section, text })).headers['location']).split('/').at(-1) ?? '';
      const cause = await add('Cause again', 'narrative', 'Name the cause.\r\nAnd its size.');
      const date = await add('Date', '', 'By when?');
      const retired = await add('Old', 'narrative', 'Never.');
      await waymark.submit(reviewer, `/council/reason-templates/${retired}`, {}, `/council/reason-templates/${retired}/retire`);
      const { id } = await claimed();
      const address = `/reviews/${id}/decide`;
      const page = await valid(reviewer, address);
      expect(textOf(page, '#templates-narrative option')).toEqual(expect.arrayContaining(['No template', 'Cause again', 'Date']));
      expect(textOf(page, '#templates-narrative option')).not.toContain('Old');
      expect(textOf(page, '#templates-rating option')).not.toContain('Cause again');
      const fields = {
        sections: 'narrative', 'reasons[narrative]': 'Too short.', 'reasons[rating]': '', reservations: 'Kept', 'templates[narrative]': cause, 'templates[rating]': date,
        // a template of another section is not put in
        'templates[next-steps]': cause,
      };
      const hidden = { _csrf: page.$('form[method="post"] input[name="_csrf"]').last().attr('value'), rowVersion: page.$('input[name="rowVersion"]').attr('value') };
      const response = await reviewer.post(`${address}/templates`).redirects(0).type('form').send({ ...hidden, ...fields });
      expect([response.status, response.headers['location']]).toEqual([303, address]);
      const filled = await valid(reviewer, address);
      expect(filled.$('#reasons-narrative').val()).toBe('Too short.\n\nName the cause.\nAnd its size.');
      expect([filled.$('#reasons-rating').val(), filled.$('#reasons-next-steps').val(), filled.$('#reservations').val()]).toEqual(['By when?', '', 'Kept']);
      expect(filled.$('input[name="sections"]:checked').toArray().map((box) => filled.$(box).val())).toEqual(['narrative', 'rating']);
      expect(filled.$('input[name="decision"]:checked').val()).toBe('changes-requested');
      expect(filled.$('.govuk-error-summary')).toHaveLength(0);
      expect((await waymark.dataSource.getRepository(Review).findOneByOrFail({ id })).status).toBe('claimed');
    });
  });

  describe('the workload', () => {
    it('says what comes, what can be done, and where each number comes from', async () => {
      await openReturn(waymark, education, 2050);
      await waymark.open(member, '/reviews/workload');
      const { result: page, statements } = await statementsOf(() => waymark.open(member, '/reviews/workload'));
      expect(page.status).toBe(200);
      expect(statements.length).toBeLessThan(15);
      expect(await faultsOf(page.response.text)).toEqual([]);
      expect(textOf(page, 'h1')).toEqual(['Workload of reviews']);
      const weeks = page.$('#weeks').closest('table').find('tbody tr').toArray().map((row) => page.$(row).find('th, td').toArray().map((cell) => page.$(cell).text().trim()));
      expect(weeks).toHaveLength(13);
      expect(weeks[0]?.[0]).toBe('23 November 2026');
      // Due on 15 December 2026, in the week of the 14th; two reviewers of two a week by assumption.
      expect(weeks.map(([, due]) => due).join(' ')).toBe('0 0 0 1 0 0 0 0 0 0 0 0 0');
      expect(weeks[0]?.[5]).toBe('4');
      expect(page.$('main').text()).toContain('Reviewers can do: 2 reviews a reviewer and week. This is an assumption, until there are four complete weeks since the first decision');
      expect(page.$('main').text()).toContain('Within capacity');
    });

    it('draws the weeks, with the same figures as a file', async () => {
      const page = await waymark.open(member, '/reviews/workload');
      expect(page.$('.waymark-chart svg').attr('aria-label')).toMatch(/^In none of these weeks .* by week from 23 November 2026 to 15 February 2027$/);
      expect(page.$('.waymark-chart svg text').toArray().map((text) => page.$(text).text())).toEqual(expect.arrayContaining(['23 Nov', '15 Feb', 'Reviews to do', 'Reviewers can do']));
      const file = await member.get(page.$('a[href$=".csv"]').attr('href') ?? '');
      expect(file.headers['cache-control']).toBe('private, no-store');
      const [head, ...rows] = file.text.trim().split('\r\n');
      expect(head).toBe('week_from,deliveries_due,expected_to_arrive,left_from_before,reviews_to_do,reviewers_can_do,over_capacity_by');
      const cells = page.$('#weeks').closest('table').find('tbody tr').toArray().map((row) => page.$(row).find('td').toArray().slice(0, 5).map((cell) => page.$(cell).text()).join());
      expect(rows.map((row) => row.split(',').slice(1, 6).join())).toEqual(cells);
      expect(rows[0]).toMatch(/^2026-11-23,/);
    });

    it('takes leave off the pace of the past as off what is to come', async () => {
      const { people } = education;
      const { id, rowVersion } = await claimed();
      await waymark.get(ReviewsService).decide(actorOf(people.reviewer), id, { draft: { decision: 'changes-requested', reasons: [{ section: 'narrative', text: 'Why?' }] }, rowVersion });
      const today = waymark.clock.now();
      await waymark.dataSource.getRepository(ReviewerAbsence).update({ cancelledAt: IsNull() }, { cancelledAt: today });
      const pace = async (): Promise<object> => (await waymark.get(WorkloadQueries).forecast(actorOf(people.member))).rate;
      try {
        // Five complete weeks from 23 November to 27 December: 25 working days less Christmas Day, of two reviewers 48 days. One decision.
        waymark.clock.set('2026-12-29T10:00:00Z');
        expect(await pace()).toEqual({ aWeek: 1 / (48 / 5), basis: 'decisions', weeks: 5, personDays: 48 });
        // One of them away from 30 November to 27 December: 19 working days.
        const leave = { reviewerId: people.reviewer.id, from: '2026-11-30', to: '2026-12-27', scope: 'due-in-it' as const, enteredAt: today, spreadAt: today };
        const { id: leaveId } = await waymark.dataSource.getRepository(ReviewerAbsence).save(leave);
        expect(await pace()).toEqual({ aWeek: 1 / (29 / 5), basis: 'decisions', weeks: 5, personDays: 29 });
        await waymark.dataSource.getRepository(ReviewerAbsence).update(leaveId, { cancelledAt: today });
        expect(await pace()).toMatchObject({ personDays: 48 });
      } finally {
        waymark.clock.set(today.toISOString());
      }
    });

    it('keeps its assumption until four weeks are complete, then takes decisions for its pace, and marks in words what cannot be done', async () => {
      const { id, rowVersion } = await claimed();
      await waymark.get(ReviewsService).decide(actorOf(education.people.reviewer), id, { draft: { decision: 'changes-requested', reasons: [{ section: 'narrative', text: 'Why?' }] }, rowVersion });
      for (let count = 0; count < 3; count += 1) await queuedReview(waymark, education, (year += 1));
      const page = await valid(member, '/reviews/workload');
      // The first day of deciding tells no pace.
      expect(page.$('main').text()).toContain('2 reviews a reviewer and week. This is an assumption');
      expect(textOf(page, 'tbody .govuk-tag--red')[0]).toMatch(/^Over capacity by \d/);
      expect(page.$('main').text()).toMatch(/weeks? (is|are) over capacity, the first from 23 November 2026/);
      expect(textOf(page, '.govuk-list--bullet li')[1]).toMatch(/^Expected to arrive: of \d+ first deliver(y|ies) so far 0 came after the due date \(0%\)/);
    });
  });

  it.each(['/council/interests/mine', '/council/interests/declare', '/council/absences', '/council/absences/new', '/council/reason-templates', '/council/reason-templates/new', '/reviews/workload'])(
    '%s is open to the council alone',
    async (address) => {
      for (const who of ['official', 'sro', 'administrator'] as const) expect((await waymark.open(await waymark.signIn(education.people[who].email), address)).status).toBe(403);
      expect((await waymark.open(waymark.visitor(), address)).response.headers['location']).toBe('/sign-in');
      for (const agent of [reviewer, member]) expect((await waymark.open(agent, address)).status).toBe(200);
    },
  );
});
