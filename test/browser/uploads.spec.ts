import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { csvOf, ROW, saveStatisticsOffice } from '../factories/statistics-office.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Person, startBrowser } from '../support/browser.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;

withBrowser('an upload in a browser', () => {
  let waymark: TestApplication;
  let browser: Browser;
  let year = 1950;

  beforeAll(async () => {
    waymark = await startTestApplication();
    await saveStatisticsOffice(waymark);
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await waymark?.close();
  });

  it.each([
    ['with scripts', true, 1280],
    ['with scripts on a narrow screen', true, 320],
    ['without scripts', false, 1280],
  ])('%s: the page keeps up with the work by itself, from the file to the release', async (_, javaScript, width) => {
    const rows = [ROW.replace('2023', String(++year)), ROW.replace('2023', String(++year)).replace('75.5', 'n/k')];
    const isaac = await Person.at(browser, waymark.address, { javaScript, width });
    await isaac.signIn('isaac');
    expect(await isaac.heading()).toBe('Statistics');
    await isaac.go('Upload a release');
    await isaac.go('Upload and check');
    expect(await isaac.text()).toContain('Select a CSV file');
    await isaac.page.getByLabel('File', { exact: true }).setInputFiles({ name: 'pay.csv', mimeType: 'text/csv', buffer: csvOf(...rows) });
    await isaac.go('Upload and check');
    expect(await isaac.text()).toContain('refreshes every 5 seconds');
    await waymark.runJobs();
    // nobody presses anything: the next look is the page's own
    await isaac.page.getByRole('button', { name: 'Load this file' }).waitFor({ timeout: 15_000 });
    await isaac.open(new URL(isaac.page.url()).pathname);
    await isaac.choose('Load without the row at fault');
    await isaac.go('Load this file');
    await isaac.go('Stop refreshing by itself');
    expect(await isaac.text()).not.toContain('refreshes every 5 seconds');
    await waymark.runJobs();
    await isaac.page.waitForTimeout(6000);
    expect(await isaac.text()).toContain('Loading the file');
    await isaac.go('Refresh');
    expect(await isaac.text()).toContain('The file is loaded');
    await isaac.close();
  }, 120_000);
});
