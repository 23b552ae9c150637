import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportRun } from '#features/imports/import-run.entity.js';
import { csvOf, ROW, saveStatisticsOffice } from '../factories/statistics-office.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

const NEW = '/statistics/imports/new';
const EMPTY = { day: '', month: '', year: '', time: '', metric: '', layout: '', period: '', provisional: '' };

describe('what is said beside an uploaded file', () => {
  let waymark: TestApplication;
  let isaac: Agent;

  beforeAll(async () => {
    waymark = await startTestApplication();
    await saveStatisticsOffice(waymark);
    isaac = await waymark.signIn('isaac@ons.example.org');
  }, 60_000);
  afterAll(() => waymark.close());

  /** @returns where the answer sends to */
  const upload = async (fields: Partial<typeof EMPTY>, content?: Buffer): Promise<string> => {
    const csrf = (await waymark.open(isaac, NEW)).$('input[name="_csrf"]').first().attr('value') ?? '';
    let post = isaac.post(NEW).redirects(0).field('_csrf', csrf);
    for (const [name, value] of Object.entries({ ...EMPTY, ...fields })) post = post.field(name, value);
    const { headers } = await post.attach('file', content ?? Buffer.alloc(0), content ? 'pay.csv' : '');
    return headers['location'] ?? '';
  };

  it('marks figures as provisional of the periods that somebody names', async () => {
    const to = await upload({ provisional: ' 2024 , ' }, csvOf(ROW, ROW.replace('2023', '2024')));
    await waymark.runJobs();
    const { $ } = await waymark.open(isaac, to);
    const fact = $('.govuk-summary-list__row').filter((_, line) => $(line).find('dt').text().trim() === 'Periods still provisional');
    expect(fact.find('dd').text().trim()).toBe('2024');
    const preview = $('#preview').next().find('tbody tr').toArray().map((line) => $(line).find('td').toArray().map((cell) => $(cell).text()));
    expect(preview).toEqual([
      ['2', 'Employment rate for 16–64 year olds', 'E92000001 England', '2023', '75.5%', '75.1%', '75.9%', ''],
      ['3', 'Employment rate for 16–64 year olds', 'E92000001 England', '2024', '75.5%', '75.1%', '75.9%', 'provisional'],
    ]);
    await waymark.submit(isaac, to, {}, `${to}/load`);
    await waymark.runJobs();
    const stored = await waymark.dataSource.query('SELECT status FROM observations ORDER BY period_start') as { status: string | null }[];
    expect(stored.map(({ status }) => status)).toEqual([null, 'p']);
  });

  it('is refused with all that is wrong at once', async () => {
    const before = await waymark.dataSource.getRepository(ImportRun).count();
    expect(await upload({ day: '31', month: '2', year: '2026', time: '25:99', metric: 'happiness', period: 'Spring', provisional: '2024, soon' })).toBe(NEW);
    const { $, response } = await waymark.open(isaac, NEW);
    const links = $('.govuk-error-summary a').toArray().map((link) => $(link).attr('href'));
    expect(links).toEqual(['#publishedAt', '#time', '#metric', '#period', '#provisional', '#file']);
    expect($('#provisional').attr('value')).toBe('2024, soon');
    expect(await faultsOf(response.text)).toEqual([]);
    expect(await waymark.dataSource.getRepository(ImportRun).count()).toBe(before);
  });
});
