import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportRun } from '#features/imports/import-run.entity.js';
import { csvOf, HEADER, ROW, saveStatisticsOffice } from '../factories/statistics-office.factory.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { NEW_IMPORT as NEW, type UploadedRelease, uploadRelease } from '../support/release-upload.js';
import { faultsOf } from '../support/valid-page.js';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
type Sent = Parameters<typeof uploadRelease> extends [TestApplication, ...infer Rest] ? Rest : never;

describe('an upload of a release by page refuses', () => {
  let waymark: TestApplication;
  let isaac: Agent;
  let year = 1950;

  /** A row that no other file has. */
  const row = (): string => ROW.replace('2023', String(++year));

  beforeAll(async () => {
    waymark = await startTestApplication();
    await saveStatisticsOffice(waymark);
    isaac = await waymark.signIn('isaac@ons.example.org');
  }, 60_000);
  afterAll(() => waymark.close());
  beforeEach(() => waymark.clock.advance(1000));

  const upload = (...sent: Sent): Promise<UploadedRelease> => uploadRelease(waymark, ...sent);
  const errors = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);
  const buttons = ({ $ }: Page): string[] => $('main button').toArray().map((button) => $(button).text().trim());

  it.each<[string, { content: Buffer; name?: string } | undefined, Record<string, string>, string, string]>([
    ['no file', undefined, {}, 'Select a CSV file', '#file'],
    ['an empty file', { content: Buffer.alloc(0) }, {}, 'The file is empty', '#file'],
    ['a picture named .csv', { content: PNG }, {}, 'The file is no CSV: it is a picture (PNG)', '#file'],
    ['a compressed file named .csv', { content: gzipSync(HEADER) }, {}, 'The file is no CSV: it is compressed (gzip); unpack it first', '#file'],
    ['a spreadsheet', { content: csvOf(ROW), name: 'pay.xlsx' }, {}, 'The file must be a CSV: its name must end in .csv', '#file'],
    ['a date that there is not', { content: csvOf(ROW) }, { day: '31', month: '6', year: '2026' }, 'Publication date must be a real date, like 26 6 2026', '#publishedAt'],
    ['a time that there is not', { content: csvOf(ROW) }, { day: '30', month: '6', year: '2026', time: 'noon' }, 'Publication time must be a time, like 9:30am', '#time'],
    ['a metric that there is not', { content: csvOf(ROW) }, { metric: 'happiness' }, 'No metric is called happiness', '#metric'],
  ])('%s, and keeps what was typed', async (_, file, fields, message, href) => {
    const before = await waymark.dataSource.getRepository(ImportRun).count();
    expect(await upload(isaac, file, { period: '2023/24', ...fields })).toEqual({ status: 303, to: NEW });
    const page = await waymark.open(isaac, NEW);
    expect(errors(page)).toEqual([[message, href]]);
    expect(page.$(href)).toHaveLength(1);
    expect(page.$('#period').attr('value')).toBe('2023/24');
    expect(page.$('#publishedAt').attr('value') ?? '').toBe(fields['day'] ?? '');
    expect(await waymark.dataSource.getRepository(ImportRun).count()).toBe(before);
    expect(await faultsOf(page.response.text)).toEqual([]);
  });

  it('a file of 100 MB and one byte', async () => {
    expect(await upload(isaac, { content: Buffer.alloc(100 * 1024 * 1024 + 1, 'a') })).toEqual({ status: 303, to: NEW });
    expect(errors(await waymark.open(isaac, NEW))).toEqual([['The file must be 100 MB or smaller', '#file']]);
  }, 60_000);

  it('a file with a header and no figures, with the reason on its page', async () => {
    const { to } = await upload(isaac, { content: csvOf() });
    await waymark.runJobs();
    const page = await waymark.open(isaac, to);
    expect(page.$('main .govuk-tag').text().trim()).toBe('Refused');
    expect(page.$('main').text()).toContain('the file has a header and no figures');
    expect(buttons(page)).toEqual(['Check again', 'Discard']);
  });

  it('a form without the session’s token, in whatever order its parts come, and a form in parts for any other page', async () => {
    const before = await waymark.dataSource.getRepository(ImportRun).count();
    expect((await upload(isaac, { content: csvOf(row()) }, {}, 'forged')).status).toBe(403);
    expect((await isaac.post(NEW).redirects(0).attach('file', csvOf(row()), 'pay.csv')).status).toBe(403);
    expect((await isaac.post(NEW).redirects(0).field('day', '1')).status).toBe(403);
    const token = (await waymark.open(isaac, NEW)).$('input[name="_csrf"]').attr('value') ?? '';
    expect((await isaac.post('/sign-out').redirects(0).field('_csrf', token)).status).toBe(403);
    expect((await waymark.open(isaac, '/statistics')).status).toBe(200);
    expect(await waymark.dataSource.getRepository(ImportRun).count()).toBe(before);
  });

  it('whoever is no statistician, before anything is kept', async () => {
    const member = await waymark.signIn('member@council.example.org');
    const token = (await waymark.open(member, '/sign-out')).$('input[name="_csrf"]').attr('value') ?? '';
    expect((await upload(member, { content: csvOf(row()) }, {}, token)).status).toBe(403);
    expect(await upload(waymark.visitor(), { content: csvOf(row()) }, {}, 'x')).toEqual({ status: 303, to: '/sign-in' });
  });

  it('addresses that there are not', async () => {
    for (const id of ['1', '00000000-0000-4000-8000-000000000000', "1'--"]) {
      expect([id, (await waymark.open(isaac, `/statistics/imports/${encodeURIComponent(id)}`)).status]).toEqual([id, 404]);
    }
  });
});
