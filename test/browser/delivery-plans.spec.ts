import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { type Submission } from '#features/submissions/submission.entity.js';
import { type PlanPages, startPlanPages } from '../factories/plan-pages.factory.js';
import { Person, startBrowser } from '../support/browser.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;

withBrowser('an outcome delivery plan in a browser', () => {
  let plans: PlanPages;
  let browser: Browser;
  let full: Submission;

  beforeAll(async () => {
    plans = await startPlanPages();
    full = await plans.make.open('delivery-plan');
    await plans.fill(full);
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await plans?.waymark.close();
  });

  it.each([1280, 320])('has nothing that axe finds on any page of its draft, and never scrolls sideways, at %i pixels', async (width) => {
    const official = await Person.at(browser, plans.waymark.address, { javaScript: true, width });
    await official.signIn('official');
    const base = `/delivery-plans/${full.id}`;
    const draft = await plans.draftOf(full);
    const lists = ['outcomes', 'metrics', 'policies', 'milestones', 'programmes', 'funding', 'staffing', 'dependencies'] as const;
    for (const path of ['', '/summary', '/check', '/contributions/education', '/totals/funding', '/since-last-year', `/dependencies/${draft.dependencies[0]?.id}/ask`]) await official.open(`${base}${path}`);
    for (const section of lists.filter((list) => list !== 'milestones')) await official.open(`${base}/sections/${section}`);
    for (const list of lists) await official.open(`${base}/lists/${list}/add`);
    // Changing a line is the form that adds one, filled in; all lists are removed from by one page.
    for (const page of ['', '/remove']) await official.open(`${base}/lists/policies/${draft.policies[0]?.id}${page}`);
    await official.open(`${base}/lists/policies/add`);
    await official.go('Save');
    expect(await official.page.title()).toMatch(/^Error: Add a policy/);
    const member = await Person.at(browser, plans.waymark.address, { javaScript: true, width });
    await member.open('/frameworks/levelling-up-2022/missions/education/plans');
    await Promise.all([official.close(), member.close()]);
  }, 180_000);

  it.each([[true, 1280], [false, 320]])('is written line by line, answered by the other department, and seen in the crosswalk (scripts %s, %i pixels)', async (javaScript, width) => {
    const plan = await plans.make.open('delivery-plan');
    const official = await Person.at(browser, plans.waymark.address, { javaScript, width });
    await official.signIn('official');
    await official.open(`/delivery-plans/${plan.id}`);
    await official.go('Summary');
    await official.fill('What will your department do this year', 'Tutors.');
    await official.go('Save and continue');
    await official.go('Continue to contributions');
    await official.go('Change (Mission 5: Education)');
    await official.fill('What will you contribute?', 'Tutors in every school');
    await official.fill('By which policies', 'Tutoring');
    await official.go('Save and continue');
    await official.open(`/delivery-plans/${plan.id}/sections/dependencies`);
    await official.go('Add a dependency');
    await official.page.getByLabel('Which department').selectOption('dhsc');
    await official.page.getByLabel('Which mission').selectOption('education');
    await official.fill('What do you need', 'School nurses');
    for (const [box, text] of [['Day', '1'], ['Month', '9'], ['Year', '2026']] as const) await official.fill(box, text);
    await official.go('Save');
    await official.go(/^Ask for confirmation/);
    await official.go('Ask for confirmation');
    const other = await Person.at(browser, plans.waymark.address, { javaScript, width });
    await other.signIn('Otto Other');
    await other.open('/plans/dependencies');
    await other.go(/^Confirm or dispute/);
    await other.go('Send the answer');
    expect(await other.page.title()).toMatch(/^Error: Confirm or dispute/);
    await other.choose('No, we dispute it');
    await other.fill('Reason', 'There are no nurses.');
    await other.go('Send the answer');
    expect(await other.text()).toContain('There are no nurses.');
    await official.open(`/delivery-plans/${plan.id}`);
    expect(await official.text()).toContain('There are no nurses.');
    await Promise.all([official.close(), other.close()]);
  }, 180_000);
});
