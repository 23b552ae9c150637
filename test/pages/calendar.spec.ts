import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CalendarDay } from '#features/calendar/calendar-day.entity.js';
import { ReportingCalendar } from '#features/calendar/reporting-calendar.entity.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';
import { deliver } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { saveMission } from '../factories/reporting-calendar.factory.js';
import { Submission } from '#features/submissions/submission.entity.js';

const FRAMEWORK = '/calendar/frameworks/levelling-up-2022';

describe('the pages of the calendar', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let administrator: Agent;

  const open = (address: string, agent = waymark.visitor()): Promise<Page> => waymark.open(agent, address);
  const tableOf = ({ $ }: Page, id: string): string[] => {
    $('br').replaceWith(' ');
    return $(`[aria-labelledby="${id}"] tbody tr`).toArray().map((row) => $(row).text().replaceAll(/\s+/g, ' ').trim());
  };
  const errorsOf = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-01-05T09:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await saveMission(waymark, education, 1, education.organisations.dhsc);
    await saveMission(waymark, education, 12, null);
    administrator = await waymark.signIn('administrator@council.example.org');
  });
  afterAll(() => waymark?.close());

  it('say that nobody has set when cycles open', async () => {
    const page = await open('/calendar');
    expect([page.status, page.$('h1').text(), page.$('title').text()]).toEqual([200, 'Reporting calendar', 'Reporting calendar – Waymark']);
    expect(page.$('main').text()).toContain('Nobody has set when cycles of this framework open.');
    expect((await open(FRAMEWORK)).$('main').text()).toContain('no cycle opens by itself');
    expect((await open('/calendar/frameworks/no-such')).status).toBe(404);
    expect((await open(FRAMEWORK)).$('main').text()).toContain('No cycle has opened yet.');
  });

  it('let an administrator set the calendar, one part a page', async () => {
    expect((await open(`${FRAMEWORK}/rules`)).status).toBe(303);
    const page = await open(`${FRAMEWORK}/rules`, administrator);
    expect([page.status, page.$('h1').text(), await faultsOf(page.response.text)]).toEqual([200, 'Whose days count, and from when: Levelling Up', []]);
    const wrong = await waymark.submit(administrator, `${FRAMEWORK}/rules`, { nation: 'england', startsOn: '31', startsMonth: '2', startsYear: '2026', avoidsRecess: 'yes' });
    expect(wrong.status).toBe(303);
    const again = await open(`${FRAMEWORK}/rules`, administrator);
    expect(errorsOf(again)).toEqual([['The day from which cycles open must be a real date, like 27 3 2027', '#startsOn']]);
    expect([again.$('#startsOn').attr('value'), again.$('title').text().startsWith('Error: ')]).toEqual(['31', true]);
    const right = await waymark.submit(administrator, `${FRAMEWORK}/rules`, { nation: 'england', startsOn: '1', startsMonth: '1', startsYear: '2026', avoidsRecess: 'yes' });
    expect([right.status, right.headers['location']]).toEqual([303, FRAMEWORK]);

    const returns = { asked: 'yes', rhythm: 'quarterly', firstMonth: '1', opens: '5', side: 'before', due: '19', closes: '', afterRelease: 'five' };
    await waymark.submit(administrator, `${FRAMEWORK}/returns`, returns);
    const failed = await open(`${FRAMEWORK}/returns`, administrator);
    expect(errorsOf(failed)).toEqual([['Working days from the release of the headline figures must be a whole number', '#afterRelease']]);
    expect([failed.$('#due').attr('value'), failed.$('input[name="rhythm"][checked]').attr('value'), await faultsOf(failed.response.text)]).toEqual(['19', 'quarterly', []]);
    await waymark.submit(administrator, `${FRAMEWORK}/returns`, { ...returns, closes: '15', afterRelease: '5' });
    await waymark.submit(administrator, `${FRAMEWORK}/plans`, { asked: 'no', rhythm: '', firstMonth: '4', opens: '', side: 'before', due: '', closes: '' });
    const shown = await open(FRAMEWORK, administrator);
    expect(await faultsOf(shown.response.text)).toEqual([]);
    const text = shown.$('main').text();
    for (const words of ['Four times a year', '5 working days before the last day of the period', '19 working days after the last day of the period', '15 working days after the due date', 'Not due before 5 working days after it', 'Not asked for']) expect(text).toContain(words);
    expect(await waymark.dataSource.getRepository(ReportingCalendar).find()).toMatchObject([{ plans: null, returns: { opens: -5, due: 19, closes: 15, afterRelease: 5 } }]);
  });

  it('keep what was typed where somebody else has changed it meanwhile', async () => {
    const { $ } = await open(`${FRAMEWORK}/plans`, administrator);
    const hidden = { _csrf: $('input[name="_csrf"]').first().attr('value'), rowVersion: '1' };
    const answer = await administrator.post(`${FRAMEWORK}/plans`).type('form').redirects(0).set('Referer', `${waymark.address}${FRAMEWORK}/plans`).set('Host', new URL(waymark.address).host)
      .send({ ...hidden, asked: 'yes', rhythm: 'yearly', firstMonth: '4', opens: '20', side: 'before', due: '77', closes: '10' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Somebody else has changed this calendar since you opened the page');
    expect(answer.text).toContain('77');
  });

  it('let an administrator add days, and take them back', async () => {
    const bad = await waymark.submit(administrator, '/calendar/days/new', { kind: '', nation: '', name: '', source: '', firstDay: '1', firstMonth: '13', firstYear: '2026', lastDay: '', lastMonth: '', lastYear: '' });
    expect(bad.status).toBe(303);
    const form = await open('/calendar/days/new', administrator);
    expect(errorsOf(form).map(([, field]) => field)).toEqual(['#kind', '#name', '#firstDay', '#lastDay', '#source']);
    expect([form.$('#firstDay-month').attr('value'), await faultsOf(form.response.text)]).toEqual(['13', []]);
    const election = { kind: 'pre-election', nation: '', name: 'Local elections <2026>', source: 'gov.uk', firstDay: '26', firstMonth: '3', firstYear: '2026', lastDay: '7', lastMonth: '5', lastYear: '2026' };
    await waymark.submit(administrator, '/calendar/days/new', election);
    await waymark.submit(administrator, '/calendar/days/new', { ...election, kind: 'recess', name: 'Easter recess', firstDay: '27', lastDay: '13', lastMonth: '4' });
    const page = await open('/calendar/manage', administrator);
    expect([page.$('.govuk-notification-banner').text().includes('Easter recess is in the calendar.'), await faultsOf(page.response.text)]).toEqual([true, []]);
    expect(tableOf(page, 'entries')).toEqual([
      'Local elections <2026> Pre-election period 26 March 2026 to 7 May 2026 All four nations gov.uk Take back Local elections <2026>',
      'Easter recess Parliamentary recess 27 March 2026 to 13 April 2026 All four nations gov.uk Take back Easter recess',
    ]);
    const recess = await waymark.dataSource.getRepository(CalendarDay).findOneByOrFail({ kind: 'recess' });
    const asked = await open(`/calendar/days/${recess.id}/take-back`, administrator);
    expect([asked.$('h1').text(), await faultsOf(asked.response.text)]).toEqual(['Take these days back?', []]);
    expect((await waymark.submit(administrator, `/calendar/days/${recess.id}/take-back`, {})).status).toBe(303);
    expect((await waymark.submit(administrator, `/calendar/days/${recess.id}/take-back`, {})).status).toBe(409);
    expect(tableOf(await open('/calendar/manage', administrator), 'entries')).toHaveLength(1);
    expect((await open('/calendar/days/none/take-back', administrator)).status).toBe(404);
  });

  it('show what is due, overdue, closed and came late', async () => {
    waymark.clock.set('2026-03-24T09:00:00Z');
    await waymark.runWatches();
    const due = await open('/calendar');
    expect(tableOf(due, 'due-levelling-up-2022').map((row) => row.replaceAll(/ER-\d{4}-\w{4}/g, 'ER'))).toEqual([
      'Mission 1 ER Department of Health and Social Care January to March 2026 29 April 2026 Due',
      'Education ER Department for Education January to March 2026 29 April 2026 Due',
    ]);
    expect(tableOf(due, 'coming-levelling-up-2022')[0]).toBe('Evidence returns April to June 2026 23 June 2026 27 July 2026 17 August 2026');
    expect((await open(FRAMEWORK)).$('main').text()).toContain('No return: nobody leads Mission 12');
    expect(due.$('main').text()).toContain('Nobody owes a return on Mission 12 for January to March 2026: no department leads the mission.');
    expect(due.$('#department option').toArray().map((option) => due.$(option).attr('value'))).toEqual(['', 'dfe', 'dhsc']);
    waymark.clock.set('2026-05-01T09:00:00Z');
    await waymark.runWatches();
    const late = await open('/calendar');
    expect(tableOf(late, 'overdue-levelling-up-2022')).toHaveLength(2);
    expect(late.$('main').text()).toContain('Local elections <2026>, until 7 May 2026. Departments go on with their work');
    expect(tableOf(late, 'overdue-levelling-up-2022')[0]).toMatch(/Can be submitted until 21 May 2026 Overdue$/);
    const submission = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ missionId: education.mission.id });
    waymark.clock.set('2026-05-05T09:00:00Z');
    await deliver(waymark, education, submission);
    waymark.clock.set('2026-05-22T09:00:00Z');
    await waymark.runWatches();
    const closed = await open('/calendar');
    // 30 April, 1 and 5 May: the 4th is a bank holiday
    expect(tableOf(closed, 'delivered-levelling-up-2022')[0]).toMatch(/^Education .* Delivered late Delivered 3 working days late$/);
    expect(tableOf(closed, 'closed-levelling-up-2022')[0]).toMatch(/^Mission 1 .* Not submitted$/);
    expect(await faultsOf(closed.response.text)).toEqual([]);
  });

  it('read it in few statements', async () => {
    expect((await statementsOf(() => open('/calendar', administrator))).statements.length).toBeLessThan(15);
  });

  it('are a CSV with CSVW metadata beside it', async () => {
    const { response } = await open('/calendar.csv');
    expect(response.headers['content-type']).toMatch(/^text\/csv/);
    const [header, ...lines] = response.text.trim().split('\r\n');
    expect(lines.map((line) => line.replace(/^ER-\d{4}-\w{4}/, 'ER')).sort()).toEqual([
      'ER,evidence-return,levelling-up-2022,education,dfe,Department for Education,January to March 2026,2026-01-01,2026-03-31,2026-04-29,2026-04-29,2026-05-21,0,delivered-late,true,2026-05-05,3',
      'ER,evidence-return,levelling-up-2022,mission-1,dhsc,Department of Health and Social Care,January to March 2026,2026-01-01,2026-03-31,2026-04-29,2026-04-29,2026-05-21,0,not-submitted,true,,',
    ]);
    const metadata = JSON.parse((await open('/calendar.csv-metadata.json')).response.text) as { tableSchema: { columns: { name: string }[] } };
    expect(metadata.tableSchema.columns.map(({ name }) => name).join()).toBe(header);
    expect((await open('/calendar.csv?department=&framework=')).response.text.trim().split('\r\n')).toHaveLength(3);
    expect((await open('/calendar.csv?department=dfe')).response.text.trim().split('\r\n')).toHaveLength(2);
  });

  it('are a diary', async () => {
    waymark.clock.set('2026-06-23T09:00:00Z');
    await waymark.runWatches();
    const { response } = await open('/calendar.ics?department=dfe');
    expect([response.status, response.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = response.text.replaceAll('\r\n ', '');
    expect(text).toContain('SUMMARY:Due: evidence return on Education\\, April to June 2026');
    expect(text).toContain('DTSTART;VALUE=DATE:20260727');
    expect(text).not.toContain('Mission 1');
    expect(text.match(/^UID:.*$/gm)?.length).toBe(new Set(text.match(/^UID:.*$/gm)).size);
  });
});
