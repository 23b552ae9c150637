import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { ReviewersWebModule } from '#features/reviewers/web/reviewers-web.module.js';
import { ReviewsWebModule } from '#features/reviews/web/reviews-web.module.js';
import { queuedReview, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Person, startBrowser } from '../support/browser.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;

/** Every state of the pages of this room under axe: empty, filled, with an error, done. */
withBrowser('the pages of the queue and of the council’s own people', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let browser: Browser;
  let year = 2000;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, ReviewersWebModule, ReviewsWebModule, EvidenceReturnsModule, DeliveryPlansModule, JobsModule] });
    education = await saveEducationMission(waymark.dataSource);
    await savePerson(waymark, 'Cat Taker', ['reviewer'], 'council');
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await waymark?.close();
  });

  it.each([1280, 320])('have nothing that axe finds, and never scroll sideways, at %i pixels', async (width) => {
    const person = await Person.at(browser, waymark.address, { javaScript: true, width });
    await person.signIn('reviewer');
    await person.open('/reviews');
    for (let count = 0; count < 3; count += 1) await queuedReview(waymark, education, (year += 1));
    await person.open('/reviews');
    await person.go('Claim the selected');
    await person.choose(/^Select ER-/);
    await person.go('Claim the selected');
    await person.go('Take the next');
    await waymark.dataSource.query(`UPDATE review_checks c SET outcome = 'passed' FROM reviews r WHERE r.id = c.review_id AND r.status = 'claimed'`);
    await person.open('/reviews/bulk/accept');
    await person.go('Check the selected');
    await person.choose(/^ER-/);
    await person.go('Check the selected');
    await person.go('Accept these');
    await person.open('/reviews/workload');

    await person.open('/council/absences/new');
    await person.go('Continue');
    for (const [label, text] of [['Day', '1'], ['Month', width === 320 ? '1' : '12'], ['Year', width === 320 ? '2027' : '2026']] as const) {
      await person.page.getByLabel(label).nth(0).fill(text);
      await person.page.getByLabel(label).nth(1).fill(text);
    }
    await person.choose('All that I hold');
    await person.go('Continue');
    await person.go('Hand on these reviews');
    await person.open('/council/absences');
    await person.go(/^Take back/);

    await person.open('/council/interests/declare');
    await person.go('Declare this interest');
    await person.page.getByLabel('What is the interest in?').selectOption({ label: 'Department of Health and Social Care' });
    await person.fill('What is the interest?', 'My partner works there');
    for (const [label, text] of [['Day', '1'], ['Month', '1'], ['Year', '2026']] as const) await person.page.getByLabel(label).nth(0).fill(text);
    await person.go('Declare this interest');
    await person.go(/^End/);
    await person.go('End this interest');
    await person.open('/council/interests');

    await person.open('/council/reason-templates/new');
    await person.go('Save');
    await person.fill('Title', `Cause at ${width}`);
    await person.fill('Words of the reason', 'Name the cause.');
    await person.go('Save');
    await person.go('Retire this template');
    await person.open('/council/reason-templates');
    await person.close();
  }, 300_000);
});
