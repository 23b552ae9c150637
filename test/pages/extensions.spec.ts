import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENGLAND } from '#domain/calendar/working-calendar.js';
import { ExtensionRequest } from '#features/calendar/extension-request.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';

describe('the pages of an extension', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let agents: Record<'official' | 'otherSro' | 'member' | 'secondee' | 'administrator', Agent>;
  let submission: Submission;
  let address: string;

  const main = ({ $ }: Page): string => $('main').text().replaceAll(/\s+/g, ' ');
  const errorsOf = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);
  const visit = (path: string, agent = waymark.visitor()): Promise<Page> => waymark.open(agent, path);
  const follow = async (agent: Agent, response: { status: number; headers: Record<string, unknown> }): Promise<Page> => {
    expect(response.status).toBe(303);
    return visit(String(response.headers['location']), agent);
  };

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    submission = await make.open('evidence-return', '2026-12-15');
    address = `/submissions/${submission.id}/extension`;
    const { people } = education;
    const names = ['official', 'otherSro', 'member', 'secondee', 'administrator'] as const;
    agents = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await waymark.signIn(people[name].email)]))) as typeof agents;
  });
  afterAll(() => waymark?.close());

  it('ask for a date and a reason, and keep what was typed', async () => {
    const overview = await visit(`/evidence-returns/${submission.id}`, agents.official);
    expect(overview.$('a:contains("Ask for a later due date")').attr('href')).toBe(address);
    expect((await visit(address)).status).toBe(303);
    const refused = await Promise.all([agents.otherSro, agents.member, agents.administrator].map((agent) => visit(address, agent)));
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
    const page = await visit(address, agents.official);
    expect([page.status, page.$('h1').text(), await faultsOf(page.response.text)]).toEqual([200, 'Ask for a later due date', []]);
    expect(main(page)).toContain('It is due on 15 December 2026.');
    expect([main(page).includes('For example, 30 3 2027'), ENGLAND.isWorkingDay('2027-03-30')]).toEqual([true, true]);
    const again = await follow(agents.official, await waymark.submit(agents.official, address, { day: '25', month: '12', year: '2026', reason: '' }));
    expect(errorsOf(again)).toEqual([
      ['The new due date must be a working day: not a Saturday, a Sunday or a bank holiday', '#askedDueOn'],
      ['Enter why you need more time', '#reason'],
    ]);
    expect([again.$('#askedDueOn').attr('value'), again.$('title').text().startsWith('Error: '), await faultsOf(again.response.text)]).toEqual(['25', true, []]);
    const sent = await follow(agents.official, await waymark.submit(agents.official, address, { day: '22', month: '12', year: '2026', reason: 'The school figures come late.' }));
    expect(sent.$('.govuk-notification-banner').text()).toContain('The council has been asked for a later due date.');
    const twice = await visit(address, agents.official);
    expect([main(twice).includes('Waits for the council'), twice.$('main form').length, await faultsOf(twice.response.text)]).toEqual([true, 0, []]);
    const [_csrf, rowVersion] = ['_csrf', 'rowVersion'].map((name) => page.$(`main form input[name="${name}"]`).attr('value'));
    const second = await agents.official.post(address).redirects(0).type('form').send({ _csrf, rowVersion, day: '23', month: '12', year: '2026', reason: 'More.' });
    expect([second.status, second.text.includes('More.')]).toEqual([409, true]);
  });

  it('are decided by the council, and public with reasons and counts', async () => {
    const listed = await visit('/calendar/extensions', agents.member);
    const decide = listed.$('a:contains("Decide")').attr('href') ?? '';
    expect(decide).toMatch(/^\/calendar\/extensions\//);
    for (const agent of [waymark.visitor(), agents.secondee, agents.official]) expect((await visit('/calendar/extensions', agent)).$('a:contains("Decide")')).toHaveLength(0);
    expect((await visit(decide, agents.secondee)).status).toBe(403);
    expect((await visit(decide, agents.official)).status).toBe(403);
    const page = await visit(decide, agents.member);
    expect([page.status, await faultsOf(page.response.text)]).toEqual([200, []]);
    const again = await follow(agents.member, await waymark.submit(agents.member, decide, { reason: 'Fair.' }));
    expect(errorsOf(again)).toEqual([['Select grant or refuse', '#decision']]);
    expect(again.$('#reason').text()).toBe('Fair.');
    const done = await follow(agents.member, await waymark.submit(agents.member, decide, { decision: 'grant', reason: 'Fair.' }));
    expect(main(done)).toContain('The decision is saved.');
    const shown = await visit('/calendar/extensions');
    expect(main(shown)).toMatch(/Department for Education 1 1 0/);
    expect(main(shown)).toContain('Department for Education asked on 23 November 2026 for time until 22 December 2026 instead of 15 December 2026. The school figures come late.');
    expect(main(shown)).toContain('The council answered on 23 November 2026: Fair.');
    expect(await faultsOf(shown.response.text)).toEqual([]);
    expect((await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id })).dueOn).toBe('2026-12-22');
    expect((await visit('/calendar')).$('main').text()).toContain('22 December 2026 (first due 15 December 2026)');
    // An old notice leads here: it shows what was decided, and a form that was open still keeps its words.
    const decided = await visit(decide, agents.member);
    expect([decided.status, decided.$('h1').text(), decided.$('form textarea').length]).toEqual([200, expect.stringContaining('Extension decided'), 0]);
    expect([main(decided), await faultsOf(decided.response.text)]).toEqual([expect.stringContaining('Fair.'), []]);
    const { id, rowVersion } = await waymark.dataSource.getRepository(ExtensionRequest).findOneByOrFail({ submissionId: submission.id });
    const { $: form } = await visit('/sign-out', agents.member);
    const late = await agents.member.post(`/calendar/extensions/${id}`).redirects(0).type('form').send({ _csrf: form('input[name="_csrf"]').first().attr('value'), rowVersion: rowVersion - 1, decision: 'refuse', reason: 'Too late.' });
    expect([late.status, late.text.includes('Too late.')]).toEqual([409, true]);
  });

  it('are not for what is delivered', async () => {
    const delivered = await make.in('submitted');
    const page = await visit(`/submissions/${delivered.id}/extension`, agents.official);
    expect([page.status, main(page).includes('there is nothing to extend')]).toEqual([409, true]);
    expect((await visit('/submissions/none/extension', agents.official)).status).toBe(404);
  });
});
