import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { systemActor } from '#domain/access/permissions.js';
import { AreasService } from '#features/areas/areas.service.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const ACTOR = systemActor('command', 'import areas');

/** Codes that end, split and share a name, beside those of the example. */
const REGISTER = `code,name,level,country,parent,from,to,successors
E10000006,Cumbria,upper-tier,England,E12000002,,2023-03-31,E06000063 E06000064
E06000064,Westmorland and Furness,unitary,England,E12000002,2023-04-01,,
E47000010,North East,combined-authority,England,E12000001,,2024-05-06,E47000014
E47000014,North East,combined-authority,England,E12000001,2024-05-07,,
E06000012,North East Lincolnshire,unitary,England,E12000003,,,
`;
const NEIGHBOURS = 'AREACD,1,2,3\nE08000003,E08000012,E08000016,E06000010\n';

describe('the pages of places', () => {
  let database: TestDatabase;
  let waymark: TestApplication;

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
    await waymark.get(AreasService).importGeography(ACTOR, { files: [{ fileName: 'areas.csv', text: REGISTER }, { fileName: 'demographic.csv', text: NEIGHBOURS }], edition: 2026 });
  }, 120_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  const open = (address: string, agent: Agent = waymark.visitor()) => waymark.open(agent, address);
  const textsOf = async (address: string, selector: string): Promise<string[]> => {
    const { $ } = await open(address);
    return $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());
  };

  it('lists nations with their regions, and combined authorities that stand', async () => {
    const { status, $, response } = await open('/places');
    expect([status, $('h1').text()]).toEqual([200, 'Places']);
    expect($('main a[href="/places/E12000002"]').text()).toBe('North West');
    expect($('main a[href="/places/E47000014"]')).toHaveLength(1);
    expect($('main a[href="/places/E47000010"]')).toHaveLength(0);
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('gives every place of a name, each with its kind, code and validity', async () => {
    const { $, response } = await open('/places?q=north%20east');
    const rows = $('tbody tr').toArray().map((row) => $(row).find('td').toArray().map((cell) => $(cell).text()));
    expect(rows).toEqual([
      ['Region', 'E12000001', 'in use'],
      ['Combined authority', 'E47000010', 'ended on 6 May 2024'],
      ['Combined authority', 'E47000014', 'in use'],
      ['International territorial level 1', 'TLC', 'in use'],
      ['Unitary authority', 'E06000012', 'in use'],
    ]);
    expect($('h2#found').text()).toBe('5 places found for “north east”');
    expect($('#q').attr('value')).toBe('north east');
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it.each([
    ['the search does not get the kept list', '/places?q=cumbria', 'Cumbria'],
    ['a code', '/places?q=e10000006', 'Cumbria'],
    ['a comma and an order of words', '/places?q=City+of+Kingston+upon+Hull', 'Kingston upon Hull, City of'],
  ])('%s', async (_, address, name) => {
    await open('/places');
    expect((await textsOf(address, 'tbody th'))[0]).toMatch(new RegExp(`^${name}`));
  });

  it.each(['/places?q=nowhere', '/places?q=%27%22%3Cscript%3E', '/places?q[]=a&q[]=b', '/places?q=%25'])('answers %s with nothing found or the list', async (address) => {
    const { status, response } = await open(address);
    expect([status, await faultsOf(response.text)]).toEqual([200, []]);
    expect(response.text).not.toContain('<script>"');
  });

  it.each(['e', 'y n', '%'])('looks for nothing where only “%s” is asked', async (asked) => {
    const { $ } = await open(`/places?q=${encodeURIComponent(asked)}`);
    expect($('tbody tr')).toHaveLength(0);
    expect($('#found').next().text()).toBe('Enter at least two letters of the name, or the code.');
  });

  it('shows a place beside its nation and the Kingdom, in under 15 statements', async () => {
    const { result, statements } = await statementsOf(() => open('/places/E08000003'));
    const { status, $, response } = result;
    expect([status, $('h1').text()]).toEqual([200, 'Manchester (E08000003)']);
    expect(statements.length).toBeLessThan(15);
    expect($('#figures + * , table.waymark-place-figures thead th').toArray().map((cell) => $(cell).text()).slice(-6)).toEqual([
      'Metric', 'Latest figure', 'England', 'United Kingdom', 'Change since the baseline', 'What the council controls',
    ]);
    expect($('table.waymark-place-figures tbody a').toArray().map((link) => $(link).attr('href')).every((href) => /^\/figures\/[a-z0-9-]+\/areas\/E08000003$/.test(href ?? ''))).toBe(true);
    expect($('table.waymark-place-figures tbody tr').length).toBeGreaterThan(0);
    expect($('body').text()).not.toMatch(/\brank(ed|ing)\b/i);
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('gives the latest figure of each metric as the figures say it', async () => {
    // the newest gigabit figure of Manchester in the example, by a statement of its own
    const [row]: { name: string; value: number; decimals: number }[] = await waymark.dataSource.query(
      `SELECT m.name, o.value, m.decimals FROM observations o JOIN areas a ON a.id = o.area_id JOIN metrics m ON m.id = o.metric_id
        WHERE a.code = 'E08000003' AND o.value IS NOT NULL ORDER BY m.slug, o.period_start DESC LIMIT 1`,
    );
    const { $ } = await open('/places/E08000003');
    const line = $('table.waymark-place-figures tbody tr').filter((_, tr) => $(tr).find('a').first().text() === row?.name);
    expect(line.find('td strong').text()).toContain(row?.value.toLocaleString('en-GB', { minimumFractionDigits: row.decimals, maximumFractionDigits: row.decimals }));
  });

  it('says what is missing and why', async () => {
    const { $ } = await open('/places/E08000003');
    const why = new Set($('#missing + div tbody th').toArray().map((cell) => $(cell).text().split(':')[0]));
    expect(why.size).toBeGreaterThan(0);
    expect([...why].every((text) => ['No figures have been loaded for Manchester or for any other place.', 'Published for other places of this kind, not for this one.', 'Not published for places of this kind. The finest places it is meant for', 'The producer gives no value'].includes(text ?? ''))).toBe(true);
  });

  it('says what became of a county that was split, and that its figures cannot be added up', async () => {
    const { $, response } = await open('/places/E10000006');
    const inset = $('.govuk-inset-text').text().replaceAll(/\s+/g, ' ');
    expect(inset).toContain('E10000006 Cumbria ended on 31 March 2023. Its area is now: Cumberland (E06000063) and Westmorland and Furness (E06000064).');
    expect(inset).toContain('cannot simply be added up');
    expect($('.govuk-inset-text a').toArray().map((link) => $(link).attr('href'))).toEqual(['/places/E06000063', '/places/E06000064']);
    expect(await faultsOf(response.text)).toEqual([]);
    expect((await textsOf('/places/E06000064', 'dd')).join(' ')).toContain('Cumbria (E10000006)');
  });

  it('shows the old figures of a code that has ended', async () => {
    const { $, response } = await open('/places/E08000016');
    expect($('.govuk-inset-text').text()).toContain('Barnsley (E08000038)');
    expect($('table.waymark-place-figures tbody tr').length).toBeGreaterThan(0);
    expect($('.govuk-inset-text').text()).toContain('The figures below are those published under the old code.');
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('lists nearest neighbours with their edition, a dead one with what it is called now', async () => {
    const { $ } = await open('/places/E08000003');
    expect($('#neighbours').next('p').text()).toContain('edition 2026');
    expect($('main ol li').toArray().map((line) => $(line).text())).toEqual(['Liverpool (E08000012)', 'Barnsley (E08000016) (now Barnsley (E08000038))', 'Kingston upon Hull, City of (E06000010)']);
  });

  it.each(['K02000001', 'E92000001', 'E12000002', 'TLC', 'E10000019', 'E47000014', 'E06000064'])('is valid for %s', async (code) => {
    const { status, response } = await open(`/places/${code}`);
    expect([status, await faultsOf(response.text)]).toEqual([200, []]);
  });

  it('gives all figures of a place as a file that its metadata describe', async () => {
    const address = '/places/E08000003/figures.csv';
    const csv = await waymark.visitor().get(address);
    expect(csv.headers['link']).toBe(`<${address}-metadata.json>; rel="describedby"; type="application/csvm+json"`);
    const [{ count } = { count: '' }]: { count: string }[] = await waymark.dataSource.query(
      `SELECT count(DISTINCT (o.metric_id, o.period_start, o.period_months)) FROM observations o JOIN areas a ON a.id = o.area_id WHERE a.code = 'E08000003'`,
    );
    expect(parse(csv.text, { columns: true })).toHaveLength(Number(count));
    const metadata = await waymark.visitor().get(`${address}-metadata.json`);
    expect(csvwFaultsOf(JSON.parse(metadata.text), { address, text: csv.text })).toEqual([]);
  });

  it.each(['/places/E00000000', '/places/E00000000/figures.csv', '/places/E00000000/figures.csv-metadata.json', '/places/x%2Fy'])('answers 404 for %s', async (address) => {
    expect((await open(address)).status).toBe(404);
  });

  it('answers the API with what became of a code, what it lies in and what is like it', async () => {
    const { body } = await waymark.visitor().get('/api/v1/areas/E10000006');
    expect(body).toMatchObject({
      validTo: '2023-03-31',
      whatBecameOfIt: expect.stringContaining('Its area is now: Cumberland (E06000063) and Westmorland and Furness (E06000064).'),
      current: [{ code: 'E06000063' }, { code: 'E06000064' }],
      successors: [{ code: 'E06000063', since: '2023-04-01', kind: 'split', after: 'E10000006' }, { code: 'E06000064' }],
      predecessors: [],
    });
    const { body: manchester } = await waymark.visitor().get('/api/v1/areas/E08000003');
    expect(manchester).toMatchObject({
      validTo: null, whatBecameOfIt: null, current: [{ code: 'E08000003' }], successors: [],
      parents: [{ hierarchy: 'administrative', code: 'E12000002', step: 1 }, { code: 'E92000001', step: 2 }, { code: 'K02000001', step: 3 }],
      classes: [{ scheme: 'tier', class: 'Metropolitan district' }],
      neighbours: [{ model: 'demographic', edition: '2026', areas: [{ rank: 1, code: 'E08000012' }, { rank: 2 }, { rank: 3 }] }],
    });
  });
});
