import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlanDependenciesService } from '#features/delivery-plans/plan-dependencies.service.js';
import { PlanDependenciesQueries } from '#features/delivery-plans/plan-dependencies.queries.js';
import { PlanDependencyAnswer } from '#features/delivery-plans/plan-dependency-answer.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { type PlanPages, startPlanPages, textOf } from '../factories/plan-pages.factory.js';
import { openedAs, refusalOf } from '../factories/submission.factory.js';
import { faultsOf } from '../support/valid-page.js';

const LIST = '/plans/dependencies';

describe('what departments count on each other for', () => {
  let plans: PlanPages;
  let plan: Submission;

  beforeAll(async () => {
    plans = await startPlanPages();
    plan = await plans.make.open('delivery-plan');
    await plans.fill(plan);
  }, 60_000);
  afterAll(() => plans?.waymark.close());

  const current = (): Promise<Submission> => plans.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: plan.id });
  const lineId = async (): Promise<string> => (await plans.draftOf(plan)).dependencies[0]?.id ?? '';
  const listed = async (): Promise<string[]> => textOf(await plans.waymark.open(plans.agents.other, LIST), '.govuk-summary-card__content');
  const notices = async (kind: string): Promise<number> => plans.waymark.dataSource.getRepository(Notice).countBy({ kind });
  const deliver = async (): Promise<void> => {
    const submissions = plans.waymark.get(SubmissionsService);
    const { official, sro } = plans.education.people;
    const sent = await submissions.move(actorOf(official), openedAs(await current()), 'send-for-sign-off');
    await submissions.move(actorOf(sro), openedAs(sent), 'submit');
  };

  it('are nobody’s business while they stand in a draft alone', async () => {
    expect(await listed()).toEqual([]);
    const answer = `${LIST}/${plan.id}/${await lineId()}`;
    expect((await plans.waymark.open(plans.agents.other, answer)).status).toBe(404);
    expect((await plans.waymark.open(plans.agents.member, LIST)).status).toBe(403);
    await plans.waymark.runWatches();
    expect(await notices('plan-dependency-asked')).toBe(0);
  });

  it('are seen by the other department as soon as the drafter asks, line by line, once', async () => {
    const { official } = plans.agents;
    const ask = `/delivery-plans/${plan.id}/dependencies/${await lineId()}/ask`;
    const page = await plans.waymark.open(official, ask);
    expect(page.$('main').text()).toContain('School nurses');
    expect(await faultsOf(page.response.text)).toEqual([]);
    const asked = await plans.follow(official, await plans.waymark.submit(official, ask, {}));
    expect(textOf(asked, '.govuk-summary-card__content').join()).toMatch(/Not confirmed .*The other department was asked on/);
    expect((await plans.waymark.submit(official, ask, {})).status).toBe(409);
    // The other department has two people who sign or write: Otto, and the SRO of the factory.
    expect(await notices('plan-dependency-asked')).toBe(2);
    expect(await listed()).toEqual([expect.stringMatching(/^Not confirmed From a draft School nurses Needed by 1 September 2026Mission 5: EducationPlan DP-/)]);
  });

  it('are asked anew when the draft asks for something else', async () => {
    const { official } = plans.agents;
    const change = `/delivery-plans/${plan.id}/lists/dependencies/${await lineId()}`;
    const fields = { department: 'dhsc', mission: 'education', what: 'School nurses in every school', neededByDay: '1', neededByMonth: '9', neededByYear: '2026' };
    await plans.follow(official, await plans.waymark.submit(official, change, fields));
    expect(await listed()).toEqual([]);
    await plans.follow(official, await plans.waymark.submit(official, `/delivery-plans/${plan.id}/dependencies/${await lineId()}/ask`, {}));
    expect(await listed()).toEqual([expect.stringContaining('School nurses in every school')]);
  });

  it('are confirmed or disputed with a reason and a date of its own, what is missing named beside its field', async () => {
    const { other, official } = plans.agents;
    const answer = `${LIST}/${plan.id}/${await lineId()}`;
    const wrong = await plans.follow(other, await plans.waymark.submit(other, answer, { answer: 'confirmed', reason: 'We can.', ownDateDay: '31', ownDateMonth: '2', ownDateYear: '2027' }));
    expect(textOf(wrong, '.govuk-error-summary li')).toEqual(['Your own date must be a real date']);
    expect([wrong.$('#reason').text(), wrong.$('#ownDate').attr('value'), wrong.$('input[value="confirmed"]').attr('checked')]).toEqual(['We can.', '31', 'checked']);
    expect(await faultsOf(wrong.response.text)).toEqual([]);
    const nothing = await plans.follow(other, await plans.waymark.submit(other, answer, {}));
    expect(textOf(nothing, '.govuk-error-summary li')).toEqual(['Select whether you confirm or dispute it']);
    const given = { answer: 'confirmed', reason: 'Nurses are in post.', ownDateDay: '1', ownDateMonth: '10', ownDateYear: '2026' };
    const done = await plans.follow(other, await plans.waymark.submit(other, answer, given));
    expect(textOf(done, 'h2')).toContain('Answered');
    expect(await faultsOf(done.response.text)).toEqual([]);
    expect(await listed()).toEqual([expect.stringMatching(/^Confirmed .*Confirmed by Otto Other on .*, its own date 1 October 2026: Nurses are in post\.$/)]);
    const show = await plans.waymark.open(official, `/delivery-plans/${plan.id}`);
    expect(show.$('main').text()).toContain('its own date 1 October 2026: Nurses are in post.');
    expect(await notices('plan-dependency-answered')).toBe(2);
  });

  it('are told once when the plan is delivered, only where the words are new', async () => {
    const before = await notices('plan-dependency-asked');
    await deliver();
    expect(await plans.waymark.runWatches()).toMatchObject({ 'plan-dependencies': 1 });
    expect(await plans.waymark.runWatches()).not.toHaveProperty('plan-dependencies');
    expect(await notices('plan-dependency-asked')).toBe(before);
    expect(await listed()).toEqual([expect.stringMatching(/^Confirmed School nurses in every school/)]);
  });

  it('are answered again when things change; every answer stays', async () => {
    const { other } = plans.agents;
    const answer = `${LIST}/${plan.id}/${await lineId()}`;
    const again = await plans.follow(other, await plans.waymark.submit(other, answer, { answer: 'disputed', reason: 'The money is gone.' }));
    expect(textOf(again, '.govuk-summary-card__content').join()).toMatch(/Disputed .*Confirmed by Otto Other.*Disputed by Otto Other on .*: The money is gone\./);
    await expect(plans.waymark.dataSource.getRepository(PlanDependencyAnswer).update({ submissionId: plan.id }, { reason: 'x' })).rejects.toThrow(/permission denied|append-only/);
  });

  it('are answered once where two of a department answer at the same time, and the second keeps what was typed', async () => {
    const { other } = plans.agents;
    const answer = `${LIST}/${plan.id}/${await lineId()}`;
    const page = await plans.waymark.open(other, answer);
    const [seen, csrf] = ['seen', '_csrf'].map((name) => page.$(`input[name="${name}"]`).attr('value'));
    const post = (reason: string) => other.post(answer).type('form').send({ answer: 'disputed', reason, seen, _csrf: csrf });
    const answers = await Promise.all([post('First words'), post('Second words')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.text).toMatch(/First words|Second words/);
  });

  it('are answered by the department that is asked, for the page, the service and the database', async () => {
    const { waymark, education } = plans;
    const dependency = await lineId();
    const own = actorOf(education.people.official);
    const given = { answer: 'confirmed', reason: '', ownDate: '2026-09-01', fingerprint: '' };
    const dependencies = waymark.get(PlanDependenciesService);
    expect(await refusalOf(dependencies.answer(own, { submissionId: plan.id, dependency }, given))).toEqual(['not-found', ['not-found']]);
    expect(await refusalOf(dependencies.answer(actorOf(education.people.member), { submissionId: plan.id, dependency }, given))).toEqual(['forbidden', ['forbidden']]);
    const stranger = await savePerson(waymark, 'Rae Reviewer', ['reviewer'], 'dhsc');
    expect(await refusalOf(waymark.get(PlanDependenciesQueries).countedOn(actorOf(stranger)))).toEqual(['forbidden', ['forbidden']]);
    const row = { submissionId: plan.id, dependencyId: dependency, asked: { department: 'dhsc', mission: null, what: 'x', neededBy: '' }, answer: 'confirmed' as const, reason: '', ownDate: null, answeredName: 'x', at: new Date() };
    for (const { id } of [education.people.official, stranger]) {
      await expect(waymark.dataSource.getRepository(PlanDependencyAnswer).insert({ ...row, answeredBy: id })).rejects.toThrow(/only the department that is asked/);
    }
  });

  it('are not shown any more once the plan is withdrawn', async () => {
    await plans.waymark.get(SubmissionsService).move(actorOf(plans.education.people.sro), openedAs(await current()), 'withdraw', [{ section: null, text: 'Wrong' }]);
    expect(await listed()).toEqual([]);
  });
});
