import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

/** Somebody opens a form; somebody else removes what it is about; then it is sent, with a fault or without. */
describe('a form about something that was removed in the meantime', () => {
  let waymark: TestApplication;
  let education: EducationMission;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
  }, 60_000);
  afterAll(() => waymark?.close());

  const as = (name: keyof EducationMission['people']): Promise<Agent> => waymark.signIn(education.people[name].email);
  const send = async (agent: Agent, path: string, fields: Record<string, unknown>): Promise<string> => {
    const { status, headers } = await waymark.submit(agent, path, fields);
    expect([path, status]).toEqual([path, 303]);
    return String(headers['location']);
  };
  const linkOn = async (agent: Agent, path: string, selector: string): Promise<string> => (await waymark.open(agent, path)).$(selector).first().attr('href') ?? '';
  /** What is shown to whoever sends a form that was opened before `removal`, at its end. */
  const sentAfter = async (agent: Agent, path: string, fields: Record<string, unknown>, removal: () => Promise<unknown>): Promise<Page> => {
    const { $ } = await waymark.open(agent, path);
    const hidden = Object.fromEntries($('main form[method="post"] input[type="hidden"]').toArray().map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']));
    await removal();
    const answer = await agent.post(path).redirects(0).type('form').send({ ...hidden, ...fields });
    return answer.status === 303 ? waymark.open(agent, String(answer.headers['location'])) : { status: answer.status, $: load(answer.text), response: answer };
  };
  const keeps = async (page: Page, status: number, typed: readonly string[]): Promise<string> => {
    expect([page.status, page.$('h1').text(), await faultsOf(page.response.text)]).toEqual([status, 'Your changes were not saved', []]);
    expect(page.$('textarea[readonly]').toArray().map((area) => page.$(area).text().trim())).toEqual(expect.arrayContaining([...typed]));
    return page.$('main a').last().attr('href') ?? '';
  };

  it.each([
    ['with a fault', 404, { moneyMillions: 'lots' }],
    ['without one', 409, { moneyMillions: '12.5' }],
  ])('keeps a line of a plan, %s', async (_, status, fields) => {
    const plan = await new SubmissionFactory(waymark, education).open('delivery-plan');
    const [one, other] = [await as('official'), await as('official')];
    const list = `/delivery-plans/${plan.id}/sections/funding`;
    const line = { title: 'Tutors', kind: 'resource', mission: 'education', source: 'Tutoring fund' };
    await send(one, `/delivery-plans/${plan.id}/lists/funding/add`, { ...line, moneyMillions: '11' });
    const address = await linkOn(one, list, '.govuk-summary-card__actions a');
    const page = await sentAfter(one, address, { ...line, ...fields, source: 'The new tutoring fund' }, () => send(other, `${address}/remove`, {}));
    const on = await keeps(page, status, ['The new tutoring fund']);
    expect((await waymark.open(one, on)).status).toBe(200);
    // once: afterwards the address says only that there is nothing
    expect((await waymark.open(one, address)).$('h1').text()).toBe('Page not found');
  });

  it('keeps a recommendation that an inquiry drafts, removed, and all of one that is abandoned', async () => {
    const [member, chair] = [await as('member'), await as('chair')];
    const inquiry = await send(member, '/inquiries/new', { title: 'Attendance', scope: 'Why attendance falls.', origin: 'own-motion', missionIds: [education.mission.id], endDay: '31', endMonth: '3', endYear: '2027' });
    const draft = { text: 'Publish attendance monthly.', addresseeId: education.organisations.dfe.id, missionId: education.mission.id, answerDays: '40' };
    const add = (): Promise<string> => send(member, `${inquiry}/recommendations/add`, draft);
    await add();
    const change = await linkOn(member, `${inquiry}/work`, 'a[href$="/change"]');
    const typed = { ...draft, text: 'Publish attendance weekly.', answerDays: 'x' };
    const on = await keeps(await sentAfter(member, change, typed, () => send(chair, change.replace('/change', '/remove'), {})), 409, ['Publish attendance weekly.']);
    expect((await waymark.open(member, on)).status).toBe(200);
    await add();
    const second = await linkOn(member, `${inquiry}/work`, 'a[href$="/change"]');
    await keeps(await sentAfter(member, second, typed, () => send(chair, `${inquiry}/abandon`, { reason: 'Overtaken by events.' })), 409, ['Publish attendance weekly.']);
  });

  it('keeps a letter whose draft was dropped', async () => {
    const [chair, other] = [await as('chair'), await as('chair')];
    const letter = await send(chair, '/letters/new', { subject: 'Thanks', other: 'Somebody', body: 'Dear colleague', answerWorkingDays: '' });
    const typed = { subject: '', other: 'Somebody', body: 'Dear colleague, thank you', answerWorkingDays: '' };
    await keeps(await sentAfter(chair, `${letter}/edit`, typed, () => send(other, `${letter}/drop`, { reason: 'It was said in a meeting.' })), 409, ['Dear colleague, thank you']);
  });

  it('keeps the answer to a recommendation that was withdrawn', async () => {
    const [member, chair] = [await as('member'), await as('chair')];
    const inquiry = await send(member, '/inquiries/new', { title: 'Tutors', scope: 'Where the tutors are.', origin: 'own-motion', missionIds: [education.mission.id], endDay: '31', endMonth: '3', endYear: '2027' });
    await send(chair, `${inquiry}/ask`, { organisationId: education.organisations.dfe.id, question: 'How many?', dueDay: '30', dueMonth: '12', dueYear: '2026' });
    await send(chair, `${inquiry}/findings`, { text: 'There are too few.' });
    await send(member, `${inquiry}/recommendations/add`, { text: 'Hire tutors.', addresseeId: education.organisations.dfe.id, missionId: education.mission.id, answerDays: '40' });
    waymark.clock.set('2027-01-04T09:00:00Z');
    const [later, sro] = [await as('chair'), await as('sro')];
    await send(later, `${inquiry}/publish`, { quoted: [] });
    const recommendation = await linkOn(later, inquiry, 'main a[href^="/recommendations/"]');
    const typed = { how: 'accept-in-part', words: 'Only some of them.', promise: '', promisedDay: '', promisedMonth: '', promisedYear: '' };
    await keeps(await sentAfter(sro, `${recommendation}/answer`, typed, () => send(later, `${recommendation}/withdraw`, { reason: 'It is moot.', words: 'It is moot.' })), 409, ['Only some of them.']);
  });
});
