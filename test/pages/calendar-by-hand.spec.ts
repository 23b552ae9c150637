import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openReturn } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

describe('the calendar of a framework whose returns were opened by hand', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication();
    await openReturn(waymark, await saveEducationMission(waymark.dataSource));
  });
  afterAll(() => waymark.close());

  it('says so, and does not say that nothing has opened', async () => {
    const { $, response } = await waymark.open(waymark.visitor(), '/calendar/frameworks/levelling-up-2022');
    const page = $('main').text();
    expect(page).toContain('1 return or plan was opened by hand');
    expect(page).not.toContain('No cycle has opened yet.');
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('leads from each line to the department that owes it', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/calendar');
    expect($('tbody a[href="/organisations/dfe"]').text()).toBe('Department for Education');
    expect((await waymark.open(waymark.visitor(), '/organisations/dfe')).status).toBe(200);
  });
});
