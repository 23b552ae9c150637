import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

describe('the page of a framework', () => {
  let database: TestDatabase;
  let waymark: TestApplication;

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
  }, 120_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  it.each(['/', '/frameworks/levelling-up-2022'])('%s lists the twelve missions under their objectives, in under fifteen statements', async (address) => {
    const { result, statements } = await statementsOf(() => waymark.open(waymark.visitor(), address));
    expect(result.status).toBe(200);
    expect(result.$('h1').text()).toBe('Levelling Up the United Kingdom');
    expect(result.$('tbody tr')).toHaveLength(12);
    expect(result.$('main h2')).toHaveLength(4);
    expect(await faultsOf(result.response.text)).toEqual([]);
    expect(statements.length).toBeLessThan(15);
  });

  it('says in words how each stands, who leads, and what waits for an answer', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/');
    const row = (mission: string): string[] => $('tbody tr').filter((_, line) => $(line).find(`a[href$="/missions/${mission}"]`).length > 0).find('th, td').toArray().map((cell) => $(cell).text().trim());
    expect(row('education')).toEqual(['5. Education', 'Deterioratingon 1 of 2', 'Not judged then', 'No accepted rating', 'No judgement', 'Department for Education', '1 of 2 headline targets off track or worse1 open alert']);
    expect(row('skills')[5]).toBe('Department for Education (proposed)');
    expect(row('pride-in-place')[1]).toBe('Target undefined');
    expect(row('transport')[1]).not.toContain('On track');
    expect($('main').text()).toContain('the government has not named one');
  });

  it('shows the missions that somebody asks for, as page and as file, and the page as it stood', async () => {
    const { $, response } = await waymark.open(waymark.visitor(), '/frameworks/levelling-up-2022?lead=department-for-education');
    expect($('main').text()).toMatch(/\d of 12 missions are shown/);
    expect(await faultsOf(response.text)).toEqual([]);
    const file = await waymark.visitor().get('/frameworks/levelling-up-2022/missions.csv');
    expect([file.status, file.text.trim().split('\r\n').length]).toEqual([200, 13]);
    const past = await statementsOf(() => waymark.open(waymark.visitor(), '/frameworks/levelling-up-2022/as-of/2024-05-01'));
    expect([past.result.status, past.statements.length < 15, await faultsOf(past.result.response.text)]).toEqual([200, true, []]);
    expect(past.result.$('tbody tr')).toHaveLength(12);
  });

  it('is asked for a second time with one statement, and answers 304 while nothing has happened', async () => {
    const first = await waymark.open(waymark.visitor(), '/');
    const { result, statements } = await statementsOf(() => waymark.visitor().get('/').set('If-None-Match', String(first.response.headers['etag'])));
    expect(result.status).toBe(304);
    expect(statements).toHaveLength(1);
  });

  it('says that an unknown one is not there', async () => {
    const { status, $ } = await waymark.open(waymark.visitor(), '/frameworks/unknown');
    expect([status, $('h1').text()]).toEqual([404, 'Page not found']);
  });
});

describe('the front page of an empty service', () => {
  it('says that nothing has been loaded', async () => {
    const waymark = await startTestApplication();
    const { status, $, response } = await waymark.open(waymark.visitor(), '/');
    expect([status, $('h1').text(), $('main p').text()]).toEqual([200, 'Missions', 'No framework of missions has been loaded yet.']);
    expect(await faultsOf(response.text)).toEqual([]);
    await waymark.close();
  });
});
