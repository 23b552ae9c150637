import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type Browser } from 'playwright-core';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { openedAs, SubmissionFactory } from '../factories/submission.factory.js';
import { OpenWorkbook } from '../factories/workbook.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Person, startBrowser } from '../support/browser.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;

withBrowser('files of a return in a browser', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let browser: Browser;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await waymark?.close();
  });

  const WAYS: [string, boolean, number][] = [['with scripts', true, 1280], ['with scripts on a narrow screen', true, 320], ['without scripts', false, 1280]];

  it.each(WAYS)('%s: an official attaches a file, is told why another is refused, and removes it', async (_, javaScript, width) => {
    const submission = await make.in('draft');
    const official = await Person.at(browser, waymark.address, { javaScript, width });
    await official.signIn('official');
    await official.open(`/evidence-returns/${submission.id}`);
    await official.go(/^Attachments/);
    await official.go('Attach a file');
    await official.fill('What is the file?', 'Survey of heads');
    await official.page.getByLabel('Choose a file').setInputFiles({ name: 'survey.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') });
    await official.go(/^Attach$/);
    expect(await official.page.title()).toMatch(/^Error: /);
    expect(await official.text()).toContain('The name says that the file is a PDF, but its content is something else');
    expect(await official.page.getByLabel('What is the file?').inputValue()).toBe('Survey of heads');
    await official.page.getByLabel('Choose a file').setInputFiles({ name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from('area,value\n=1,2\n') });
    await official.go(/^Attach$/);
    expect(await official.text()).toContain('survey.csv is attached.');
    await official.go('Remove Survey of heads');
    await official.go('Remove the file');
    expect(await official.text()).toContain('No file is attached.');
    await official.close();
  }, 120_000);

  it.each(WAYS)('%s: an official works offline in the workbook, while somebody else writes here', async (_, javaScript, width) => {
    const submission = await make.in('draft');
    const official = await Person.at(browser, waymark.address, { javaScript, width });
    await official.signIn('official');
    await official.open(`/evidence-returns/${submission.id}`);
    await official.go('Work offline in a workbook');
    const [download] = await Promise.all([official.page.waitForEvent('download'), official.page.getByRole('link', { name: 'Download the workbook' }).click()]);
    const book = await OpenWorkbook.of(readFileSync((await download.path()) ?? ''));
    const bring = async (name: string): Promise<void> => {
      await official.page.getByLabel('Choose the workbook').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: await book.save() });
      await official.go('Check the workbook');
    };
    book.type('Answers!C4', 'Purple');
    await bring('return.xlsx');
    expect(await official.text()).toContain('Sheet Answers, row 4, column C: expected one of: Green');
    book.type('Answers!C4', 'Red').type('Answers!C3', 'Written offline.');
    const current = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id });
    await waymark.get(EvidenceReturnsService).save(actorOf(education.people.official), openedAs(current), { narrative: 'Written here.' });
    await bring('return.xlsx');
    expect(await official.heading()).toBe('What the workbook changes');
    await official.go('Save these changes');
    expect(await official.page.title()).toMatch(/^Error: /);
    await official.choose('Take the workbook’s');
    await official.go('Save these changes');
    expect(await official.text()).toContain('2 answers were saved from the workbook.');
    await official.close();
  }, 120_000);

  it('tells the administrator about virus checks', async () => {
    const administrator = await Person.at(browser, waymark.address, { javaScript: true, width: 320 });
    await administrator.signIn('administrator');
    await administrator.open('/virus-checks');
    expect(await administrator.text()).toContain('No virus scanner is configured.');
    await administrator.close();
  }, 60_000);
});
