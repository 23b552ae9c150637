import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { type Submission } from '#features/submissions/submission.entity.js';
import { ANSWERS, deliver } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Person, startBrowser } from '../support/browser.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;

withBrowser('an evidence return in a browser', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let browser: Browser;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2023-09-01/P1Y': 61 }, '2026-10-01');
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await waymark?.close();
  });

  const steps = [{ id: 's1', action: 'Open ten hubs', owner: 'Director of Schools', dueOn: '2026-11-30' }];
  const afterSteps = async (): Promise<Submission> => {
    await deliver(waymark, education, await make.open('evidence-return'), { ...ANSWERS, steps });
    return make.open('evidence-return');
  };

  it.each([
    ['with scripts', true, 1280],
    ['with scripts on a narrow screen', true, 320],
    ['without scripts', false, 1280],
  ])('%s: is written section by section, each empty, at fault and filled', async (_, javaScript, width) => {
    const { id } = await afterSteps();
    const page = `/evidence-returns/${id}`;
    const official = await Person.at(browser, waymark.address, { javaScript, width });
    await official.signIn('official');
    await official.open(page);

    await official.open(`${page}/figures`);
    await official.go('Give your own figure for: 90% reach the expected standard');
    await official.go('Save and continue');
    expect(await official.text()).toContain('Enter why you depart from Waymark’s figure');
    await official.fill('Your figure, with its unit', '63.4%');
    await official.fill('Which period is it for?', 'school year 2025/26');
    await official.fill('Why do you depart from Waymark’s figure?', 'The census is later.');
    await official.page.getByLabel('Source', { exact: true }).fill('School census, DfE');
    await official.choose('No, it will be published');
    await official.go('Save and continue');
    await official.fill('Day', '15');
    await official.fill('Month', '12');
    await official.fill('Year', '2026');
    await official.fill('Who cleared it?', 'Ada Hill');
    await official.go('Save and continue');
    expect(await official.text()).toContain('cleared for use here by Ada Hill');

    await official.open(`${page}/evidence`);
    await official.go('Add evidence');
    await official.go('Save and continue');
    expect(await official.text()).toContain('Select what kind of evidence it is');
    await official.choose(/^Event or decision/);
    await official.choose(/^Strong/);
    await official.fill('Which one claim does it carry?', 'The programme began.');
    await official.page.getByLabel('Source', { exact: true }).fill('Statement to the House');
    await official.go('Save and continue');
    expect(await official.heading()).toBe('Evidence');
    await official.go(/^Remove/);
    await official.go('Keep it');
    await official.go(/^Change/);
    await official.go('Save and continue');
    await official.go('Continue');
    expect(await official.heading()).toBe('Own rating');

    await official.open(`${page}/risks`);
    await official.go('Add a risk');
    await official.go('Save and continue');
    await official.fill('What could go wrong?', 'Too few tutors');
    await official.choose(/^4\. High/);
    await official.choose(/^3\. Possible/);
    await official.choose('Within a year');
    await official.fill('Who owns it?', 'Director of Schools');
    await official.fill('What is done about it?', 'Train more.');
    await official.go('Save and continue');
    expect(await official.text()).toContain('12 of 25: high');

    await official.open(`${page}/last-steps`);
    await official.go(/^Say what became of it/);
    await official.choose('Dropped');
    await official.go('Save and continue');
    expect(await official.text()).toContain('Enter why it was dropped');
    await official.fill('What happened?', 'The money ran out.');
    await official.go('Save and continue');

    await official.open(`${page}/next-steps`);
    await official.go('Add a step');
    await official.go('Save and continue');
    await official.fill('What will be done?', 'Open five hubs');
    await official.fill('Who does it?', 'Director of Schools');
    await official.fill('Day', '31');
    await official.fill('Month', '3');
    await official.fill('Year', '2027');
    await official.go('Save and continue');
    expect(await official.text()).toContain('31 March 2027');
    await official.open(`${page}/check`);
    expect(await official.text()).toContain('Dropped. The money ran out.');
    await official.close();
  }, 180_000);

  it.each([1280, 320])('copies the last one forward, or sends a nil return, at %i pixels', async (width) => {
    const { id } = await afterSteps();
    const official = await Person.at(browser, waymark.address, { javaScript: true, width });
    await official.signIn('official');
    await official.open(`/evidence-returns/${id}`);
    await official.go('Write a nil return');
    await official.go('Save and continue');
    expect(await official.text()).toContain('Confirm that you have looked at the rating again');
    await official.fill('Your statement', 'No release came.');
    await official.choose(/^I have looked at the rating again/);
    await official.choose('Done');
    await official.fill('What happened', 'All are open.');
    await official.go('Save and continue');
    expect(await official.heading()).toBe('Check your answers');
    await official.open(`/evidence-returns/${id}`);
    await official.go('Write a full return instead');
    await official.go('Write a full return instead');
    const other = await afterSteps();
    await official.open(`/evidence-returns/${other.id}`);
    await official.go('Copy the last return forward');
    await official.go('Copy forward');
    await official.open(`/evidence-returns/${other.id}/narrative`);
    expect(await official.text()).toMatch(/As in the last return/i);
    await official.open(`/evidence-returns/${other.id}/check`);
    await official.close();
  }, 120_000);

  it('gives back what was typed when the session had ended', async () => {
    const { id } = await make.in('draft');
    const official = await Person.at(browser, waymark.address, { javaScript: true });
    await official.signIn('official');
    await official.open(`/evidence-returns/${id}/narrative`);
    await official.fill('What was done in this time, and what came of it?', 'Twenty hubs opened.');
    await waymark.dataSource.query('DELETE FROM sessions');
    await official.go('Save and come back later');
    expect(await official.text()).toContain('What you typed is kept');
    await official.go('Sign in as official');
    expect(await official.page.getByLabel('What was done in this time, and what came of it?').inputValue()).toBe('Twenty hubs opened.');
    await official.go('Save and come back later');
    expect(await official.text()).toContain('Narrative saved');
    await official.close();
  }, 60_000);
});
