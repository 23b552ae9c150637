import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';

const ACTION = {
  action: 'Open 20 hubs', owner: 'Director of schools', dueDay: '31', dueMonth: '12', dueYear: '2026', expectedEffect: '2 points more', expectedChange: '2', metric: 'key-stage-2',
  releaseDay: '15', releaseMonth: '7', releaseYear: '2027',
};

describe('the pages of alerts', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let address: string;
  const agents = new Map<string, Agent>();

  const as = async (name: keyof EducationMission['people']): Promise<Agent> => {
    const agent = agents.get(name) ?? (await waymark.signIn(education.people[name].email));
    agents.set(name, agent);
    return agent;
  };
  const buttonsFor = async (agent: Agent): Promise<string[]> => {
    const { $ } = await waymark.open(agent, address);
    return $('.govuk-button-group a').toArray().map((link) => $(link).text().trim());
  };
  const errorsOf = ({ $ }: Page): [string, string | undefined][] =>
    $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2024-09-01/P1Y': 66 }, '2026-05-01');
    await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: 'test:1' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
    await waymark.runJobs();
    const [alert] = (await waymark.get(AlertsQueries).all()).open;
    address = `/alerts/${alert?.reference ?? ''}`;
  });
  afterAll(() => waymark.close());

  it('are open to everybody: the list and the alert with its history', async () => {
    const list = await waymark.open(waymark.visitor(), '/alerts');
    expect(list.status).toBe(200);
    expect(list.$('h1').text()).toBe('Alerts');
    const row = list.$('tbody tr').first();
    expect(row.find('th a').attr('href')).toBe(address);
    expect(row.text()).toMatch(/Department for Education/);
    expect(row.text()).toContain('29 June 2026');
    expect(row.find('.govuk-tag').text().trim()).toBe('Raised');
    const page = await waymark.open(waymark.visitor(), address);
    expect(page.$('h1')).toHaveLength(1);
    expect(page.$('main').text()).toContain('not an official statistic');
    expect(page.$('ol li h3').toArray().map((heading) => page.$(heading).text())).toEqual(['Raised', 'Notified']);
    expect(await buttonsFor(waymark.visitor())).toEqual([]);
  });

  it('mails a link that leads to the alert', () => {
    const letter = waymark.sent.find(({ recipient }) => recipient === 'sro@dfe.example.org');
    expect(letter?.subject).toBe(`Target off track: Education, 90% reach the expected standard (${address.slice('/alerts/'.length)})`);
    expect(letter?.body).toContain(`${waymark.settings.baseUrl}${address}`);
    expect(letter?.body).toContain('Your department must answer by 29 June 2026.');
  });

  it('answers 404 for an alert that there is not', async () => {
    expect((await waymark.open(waymark.visitor(), '/alerts/AL-2026-AAAA')).status).toBe(404);
  });

  it('offers buttons by the table alone', async () => {
    expect(await buttonsFor(await as('official'))).toEqual(['Acknowledge and name an owner', 'Ask the council a question', 'Ask for more time', 'Write the recovery plan']);
    expect(await buttonsFor(await as('otherSro'))).toEqual([]);
    expect(await buttonsFor(await as('chair'))).toEqual(['Reply to the department']);
    expect((await waymark.open(await as('otherSro'), `${address}/acknowledge`)).status).toBe(403);
    expect((await waymark.open(await as('chair'), `${address}/decide`)).status).toBe(409);
    expect((await waymark.open(await as('sro'), `${address}/answer/publish`)).status).toBe(409);
    expect((await waymark.open(await as('otherSro'), `${address}/answer`)).status).toBe(403);
    expect((await waymark.open(await as('chair'), `${address}/answer`)).status).toBe(403);
    expect((await waymark.open(waymark.visitor(), `${address}/acknowledge`)).response.headers['location']).toBe('/sign-in');
    expect((await waymark.open(await as('chair'), `${address}/acknowledge`)).status).toBe(403);
  });

  it('acknowledges with a named owner, and says what is missing beside its field', async () => {
    const official = await as('official');
    const refused = await waymark.submit(official, `${address}/acknowledge`, { ownerName: ' ', ownerJob: 'Director' });
    expect([refused.status, refused.headers['location']]).toEqual([303, `${address}/acknowledge`]);
    const back = await waymark.open(official, `${address}/acknowledge`);
    expect(back.$('title').text()).toMatch(/^Error: /);
    expect(errorsOf(back)).toEqual([['Enter the name of the person who owns the answer', '#ownerName']]);
    expect(back.$('#ownerJob').attr('value')).toBe('Director');

    const done = await waymark.submit(official, `${address}/acknowledge`, { ownerName: 'Helen Marsh', ownerJob: 'Director' });
    expect([done.status, done.headers['location']]).toEqual([303, address]);
    const page = await waymark.open(official, address);
    expect(page.$('.govuk-notification-banner').text()).toContain('The alert is acknowledged');
    expect(page.$('.govuk-summary-list').text()).toContain('Helen Marsh, Director');
  });

  it('says "no response" from the day after the due date', async () => {
    waymark.clock.set('2026-06-30T00:30:00+01:00');
    // sessions are older than twelve hours now
    agents.clear();
    const page = await waymark.open(waymark.visitor(), address);
    expect(page.$('.govuk-warning-text').text()).toContain('No response. An answer was due by 29 June 2026.');
    const list = await waymark.open(waymark.visitor(), '/alerts');
    expect(list.$('tbody tr').first().find('.govuk-tag').toArray().map((tag) => list.$(tag).text().trim())).toEqual(['Acknowledged', 'No response']);
    expect(await buttonsFor(await as('chair'))).toEqual(['Reply to the department', 'Record the council’s decision']);
  });

  it('writes the plan one action at a time, keeps it unfinished, and says what it lacks', async () => {
    const official = await as('official');
    await waymark.submit(official, `${address}/answer/summary`, { summary: 'Catch up.' });
    const added = await waymark.submit(official, `${address}/answer/actions/new`, { ...ACTION, owner: '', dueDay: '40', metric: '' });
    expect([added.status, added.headers['location']]).toEqual([303, `${address}/answer`]);
    await waymark.submit(official, `${address}/answer/actions/new`, ACTION);
    const list = await waymark.open(official, `${address}/answer`);
    expect(list.$('.govuk-summary-card')).toHaveLength(2);
    expect(list.$('.govuk-inset-text a').toArray().map((link) => [list.$(link).text(), list.$(link).attr('href')])).toEqual([
      ['Action 1: enter who owns it', `${address}/answer/actions/1`],
      ['Action 1: enter the metric whose figures will show the effect', `${address}/answer/actions/1`],
      ['Action 1: the date must be a real date', `${address}/answer/actions/1`],
    ]);
    const back = await waymark.open(official, `${address}/answer/actions/1`);
    expect([back.$('#dueOn').attr('value'), back.$('#action').text().trim()]).toEqual(['40', 'Open 20 hubs']);
    expect((await waymark.open(official, `${address}/answer/publish`)).status).toBe(403);
    expect((await waymark.open(official, `${address}/answer/actions/3`)).status).toBe(404);
    expect((await waymark.open(waymark.visitor(), address)).$('main').text()).not.toContain('Open 20 hubs');
  });

  it('keeps what was typed into a form that came too late', async () => {
    const official = await as('official');
    const stale = await waymark.submit(official, `${address}/answer/actions/2`, { ...ACTION, action: 'Hire tutors', rowVersion: '1' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Hire tutors');
  });

  it('keeps what was typed when nobody is signed in any more', async () => {
    const official = await waymark.signIn(education.people.official.email);
    const { $ } = await waymark.open(official, `${address}/answer/actions/1`);
    const hidden = Object.fromEntries($('main form input[type="hidden"]').toArray().map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']));
    waymark.clock.advance(13 * 60 * 60 * 1000);
    const sent = await official.post(`${address}/answer/actions/1`).redirects(0).type('form').send({ ...hidden, ...ACTION, action: 'Typed late' });
    expect([sent.status, sent.headers['location']]).toEqual([303, '/sign-in']);
    agents.clear();
    await waymark.submit(official, '/sign-in', { person: education.people.official.id }, '/sign-in/demo');
    expect((await waymark.open(official, `${address}/answer/actions/1`)).$('#action').text().trim()).toBe('Typed late');
  });

  it('refuses a plan that lacks something with the place, and publishes it when nothing is lacking', async () => {
    const sro = await as('sro');
    const page = `${address}/answer/publish`;
    const refused = await waymark.submit(sro, page, {});
    expect([refused.status, refused.headers['location']]).toEqual([303, page]);
    const back = await waymark.open(sro, page);
    expect(back.$('title').text()).toMatch(/^Error: /);
    expect(errorsOf(back)[0]).toEqual(['Action 1: enter who owns it', '#actions-0-owner']);
    for (const [, href] of errorsOf(back)) expect(back.$(`[id="${(href ?? '').slice(1)}"]`).length).toBe(1);
    await waymark.submit(sro, `${address}/answer/actions/1/remove`, {});
    const done = await waymark.submit(sro, page, {});
    expect([done.status, done.headers['location']]).toEqual([303, address]);
    const shown = await waymark.open(waymark.visitor(), address);
    expect(shown.$('main').text()).toContain('31 December 2026');
    expect(shown.$('main').text()).toContain('Pupils at the expected standard, expected by 15 July 2027');
    expect(shown.$('.govuk-warning-text')).toHaveLength(0);
  });

  it('lets the council decide by what the table allows, with a reason where one is due', async () => {
    const chair = await as('chair');
    const page = `${address}/decide`;
    const { $ } = await waymark.open(chair, page);
    expect($('input[name="decision"]').toArray().map((input) => $(input).attr('value'))).toEqual(['accept', 'not-accept', 'escalate']);
    await waymark.submit(chair, page, {});
    expect(errorsOf(await waymark.open(chair, page))).toEqual([['Select what the council decides', '#decision']]);
    await waymark.submit(chair, page, { decision: 'escalate', reason: '' });
    const back = await waymark.open(chair, page);
    expect(errorsOf(back)).toEqual([['Enter why you escalate', '#reason']]);
    expect(back.$('input[name="decision"]:checked').attr('value')).toBe('escalate');
    const done = await waymark.submit(chair, page, { decision: 'accept', reason: '' });
    expect([done.status, done.headers['location']]).toEqual([303, address]);
    const shown = await waymark.open(waymark.visitor(), address);
    expect(shown.$('main .govuk-tag').first().text().trim()).toBe('Answer accepted');
    expect(shown.$('ol li h3').toArray().map((heading) => shown.$(heading).text())).toEqual([
      'Raised', 'Notified', 'Acknowledged', 'Answered with a recovery plan', 'Answer accepted by the council',
    ]);
    expect(shown.$('main').text()).toContain('Waits for the release of Pupils at the expected standard, expected by 15 July 2027.');
  });

  it('answers a form that is older than the alert with the conflict page', async () => {
    const chair = await as('chair');
    const stale = await waymark.submit(chair, `${address}/decide`, { decision: 'close', reason: 'Shown.', rowVersion: '1' });
    expect(stale.status).toBe(409);
    const done = await waymark.submit(chair, `${address}/decide`, { decision: 'close', reason: 'Shown.' });
    expect(done.status).toBe(303);
    const list = await waymark.open(waymark.visitor(), '/alerts');
    expect(list.$('main').text()).toContain('No alert is open.');
    expect(list.$('caption').text().trim()).toBe('Closed alerts');
  });
});
