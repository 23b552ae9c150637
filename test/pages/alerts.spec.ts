import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';

const ACTION = {
  'actions[0][action]': 'Open 20 hubs',
  'actions[0][owner]': 'Director of schools',
  'actions[0][day]': '31',
  'actions[0][month]': '12',
  'actions[0][year]': '2026',
  'actions[0][expectedEffect]': '2 points more',
  'actions[0][releaseThatShows]': 'Key stage 2, July 2027',
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
    expect(page.$('ol li h3').text()).toBe('Raised');
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
    expect(await buttonsFor(await as('official'))).toEqual(['Acknowledge and name an owner']);
    expect(await buttonsFor(await as('otherSro'))).toEqual([]);
    expect(await buttonsFor(await as('chair'))).toEqual([]);
    expect((await waymark.open(await as('otherSro'), `${address}/acknowledge`)).status).toBe(403);
    expect((await waymark.open(await as('chair'), `${address}/decide`)).status).toBe(409);
    expect((await waymark.open(await as('sro'), `${address}/answer`)).status).toBe(409);
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
    expect(await buttonsFor(await as('chair'))).toEqual(['Record the council’s decision']);
  });

  it('takes an answer whose actions have all five parts, and keeps what was typed until then', async () => {
    const sro = await as('sro');
    const page = `${address}/answer`;
    await waymark.submit(sro, page, { summary: '', ...ACTION, 'actions[0][releaseThatShows]': '', 'actions[0][day]': '40', 'actions[1][owner]': '', 'actions[2][owner]': 'Jo' });
    const back = await waymark.open(sro, page);
    expect(errorsOf(back)).toEqual([
      ['Enter a summary of the plan', '#summary'],
      ['Action 1: enter the release of figures that will show the effect', '#actions-0-releaseThatShows'],
      ['Action 1: the date must be a real date', '#actions-0-dueOn'],
      ['Action 3: enter what will be done', '#actions-2-action'],
      ['Action 3: enter the date by which it is done', '#actions-2-dueOn'],
      ['Action 3: enter the effect that is expected', '#actions-2-expectedEffect'],
      ['Action 3: enter the release of figures that will show the effect', '#actions-2-releaseThatShows'],
    ]);
    for (const [, href] of errorsOf(back)) expect(back.$(href ?? '').length).toBe(1);
    expect(back.$('#actions-0-owner').attr('value')).toBe('Director of schools');
    expect(back.$('#actions-0-dueOn').attr('value')).toBe('40');
    expect(back.$('#actions-2-owner').attr('value')).toBe('Jo');
    expect(back.$('fieldset.govuk-fieldset > legend.govuk-fieldset__legend--m')).toHaveLength(5);

    const done = await waymark.submit(sro, page, { summary: 'Catch up.', ...ACTION });
    expect([done.status, done.headers['location']]).toEqual([303, address]);
    const shown = await waymark.open(waymark.visitor(), address);
    expect(shown.$('main').text()).toContain('31 December 2026');
    expect(shown.$('main').text()).toContain('Key stage 2, July 2027');
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
      'Raised', 'Acknowledged', 'Answered with a recovery plan', 'Answer accepted by the council',
    ]);
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
