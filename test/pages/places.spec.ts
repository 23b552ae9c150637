import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { systemActor } from '#domain/access/permissions.js';
import { ActorsService } from '#features/access/actors.service.js';
import { User } from '#features/access/user.entity.js';
import { UsersService } from '#features/access/users.service.js';
import { AreasService } from '#features/areas/areas.service.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { PlaceReply } from '#features/places/place-reply.entity.js';
import { PlaceRepliesService } from '#features/places/place-replies.service.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const ACTOR = systemActor('command', 'import areas');
const OFFICIAL = 'nadia.karim@manchester.example.org';

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
    await waymark.get(AreasService).importGeography(ACTOR, { files: [{ fileName: 'areas.csv', text: REGISTER }, { fileName: 'demographic.csv', text: NEIGHBOURS }], edition: 2021 });
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
    expect($('#neighbours').next('p').text()).toContain('edition 2021');
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

  describe('right of reply', () => {
    let official: Agent;
    const form = '/places/E08000003/reply';
    const words = 'The count leaves out 1,200 homes.\r\n<b>We have asked for a correction.</b>';

    beforeAll(async () => {
      official = await waymark.signIn(OFFICIAL);
    });

    it('leads people of a place to their own', async () => {
      const own = await open('/my-place', official);
      expect(own.$('main a').toArray().map((link) => own.$(link).attr('href'))).toEqual([
        '/places/E08000003', form, '/places/E08000003/briefing', '/pre-release', '/contributions', '/consultations', '/proposals/new',
      ]);
      expect(await faultsOf(own.response.text)).toEqual([]);
      const { response } = await open(form, official);
      expect(await faultsOf(response.text)).toEqual([]);
    });

    it('offers the metrics of the missions alone, those with a figure of the place first', async () => {
      const { $ } = await open(form, official);
      const items = $('#metric option').toArray().slice(1).map((option) => ({ slug: $(option).attr('value') ?? '', text: $(option).text() }));
      const figures = await open('/places/E08000003');
      const here = new Set(figures.$('table.waymark-place-figures tbody th a').toArray().map((link) => figures.$(link).attr('href')?.split('/')[2]));
      const first = items.findIndex(({ text }) => text.endsWith(' (no figure here)'));
      expect(first).toBeGreaterThan(0);
      expect(items.map(({ slug }) => here.has(slug))).toEqual(items.map((_, index) => index < first));
      const slugs = items.map(({ slug }) => slug);
      expect(slugs).toContain('gross-median-weekly-pay');
      // in the catalogue, and of no mission
      expect(slugs).not.toContain('gva-per-filled-job');
      // what is missing is told of the same metrics
      const missing = figures.$('#missing + div tbody td a').toArray().map((link) => figures.$(link).attr('href')?.split('/')[2]);
      expect(missing.toSorted()).toEqual(slugs.filter((slug) => !here.has(slug)).toSorted());
    });

    it.each([
      ['nothing', { metric: '', words: '  ' }, 'Enter your reply', '#words'],
      ['too much', { metric: '', words: 'a'.repeat(2001) }, 'Your reply must be 2,000 characters or fewer', '#words'],
      ['no metric', { metric: 'no-such-metric', words: 'Words' }, 'Choose which figures your reply is about', '#metric'],
    ])('refuses %s beside its field', async (_, fields, message, href) => {
      const answer = await waymark.submit(official, form, fields);
      expect([answer.status, answer.headers['location']]).toEqual([303, form]);
      const { $ } = await open(form, official);
      expect($('title').text()).toMatch(/^Error: /);
      expect($('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')])).toEqual([[message, href]]);
    });

    it('takes JSON with nothing in it for an empty reply', async () => {
      const { $ } = await open(form, official);
      const answer = await official.post(form).redirects(0).send({ _csrf: $('input[name="_csrf"]').attr('value'), metric: null, words: null });
      expect([answer.status, answer.headers['location']]).toEqual([303, form]);
      const back = await open(form, official);
      expect(back.$('.govuk-error-summary a').text()).toBe('Enter your reply');
    });

    it('takes 2,000 characters with their line breaks counted once', async () => {
      const answer = await waymark.submit(official, form, { metric: '', words: `${'a'.repeat(1998)}\r\nb` });
      expect(answer.headers['location']).toBe(`${form}/check`);
    });

    it('shows the words for a check, then prints them whole and unedited', async () => {
      await waymark.submit(official, form, { metric: '', words });
      const check = await open(`${form}/check`, official);
      expect(check.$('.govuk-summary-list').text()).toContain('Manchester City Council');
      expect(await faultsOf(check.response.text)).toEqual([]);
      expect((await open('/places/E08000003')).$('#reply')).toHaveLength(0);
      const done = await waymark.submit(official, `${form}/check`, {});
      expect(done.headers['location']).toBe('/places/E08000003');
      const { $, response } = await open('/places/E08000003');
      expect($('blockquote').text()).toBe(words.replace('\r\n', '\n'));
      expect($('.waymark-answer').text()).toMatch(/Manchester City Council, \d{1,2} \w+ \d{4}\. The council’s own words/);
      expect($('body').text()).not.toContain('Nadia');
      expect(await faultsOf(response.text)).toEqual([]);
    });

    it('lets a new reply on the same figures take its place, and keeps both', async () => {
      await waymark.submit(official, form, { metric: '', words: 'Second words' });
      await waymark.submit(official, `${form}/check`, {});
      expect(await textsOf('/places/E08000003', 'blockquote')).toEqual(['Second words']);
      const kept = await waymark.dataSource.getRepository(PlaceReply).find({ order: { version: 'ASC' } });
      expect(kept.map(({ version, words: said }) => [version, said])).toEqual([[1, words.replace('\r\n', '\n')], [2, 'Second words']]);
    });

    it('sets a reply on one metric beside its figure', async () => {
      const before = await open('/places/E08000003');
      const link = before.$('table.waymark-place-figures tbody th a').first();
      const [name, slug] = [link.text(), link.attr('href')?.split('/')[2] ?? ''];
      await waymark.submit(official, form, { metric: slug, words: 'On this one' });
      await waymark.submit(official, `${form}/check`, {});
      const { $, response } = await open('/places/E08000003');
      expect($('.waymark-answer h3').toArray().map((heading) => $(heading).text())).toEqual(['On all figures of this place', `On ${name}`]);
      expect($(`#reply-${slug} blockquote`).text()).toBe('On this one');
      expect($(`table.waymark-place-figures a[href="#reply-${slug}"]`).closest('tr').find('th a').first().text()).toBe(name);
      expect(await faultsOf(response.text)).toEqual([]);
    });

    it('withdraws what stands, once', async () => {
      const [standing] = await waymark.dataSource.getRepository(PlaceReply).find({ where: { words: 'On this one' } });
      const action = `/places/E08000003/replies/${standing?.id}/withdraw`;
      expect((await waymark.submit(official, form, {}, action)).headers['location']).toBe(form);
      expect(await textsOf('/places/E08000003', '.waymark-answer h3')).toEqual(['On all figures of this place']);
      const actor = await waymark.get(ActorsService).actorOf((await waymark.dataSource.getRepository(User).findOneByOrFail({ email: OFFICIAL })).id);
      if (!actor) throw new Error('nobody');
      await expect(waymark.get(PlaceRepliesService).withdraw(actor, 'E08000003', standing?.id ?? 0)).rejects.toMatchObject({ kind: 'conflict' });
    });

    it('is for the place’s own council alone: on the page, in the service and in the database', async () => {
      expect((await open('/places/E08000035/reply', official)).status).toBe(403);
      const user = await waymark.dataSource.getRepository(User).findOneByOrFail({ email: OFFICIAL });
      const actor = await waymark.get(ActorsService).actorOf(user.id);
      if (!actor) throw new Error('nobody');
      await expect(waymark.get(PlaceRepliesService).publish(actor, 'E08000035', { metric: null, words: 'Not ours' })).rejects.toMatchObject({ kind: 'forbidden', code: 'not-yours' });
      const row = (areaCode: string): Promise<unknown> =>
        waymark.dataSource.query(
          `INSERT INTO place_replies (area_id, version, words, organisation_id, organisation_name, author_id, published_at)
           SELECT a.id, 9, 'w', $1, 'x', $2, '2026-01-01' FROM areas a WHERE a.code = $3`,
          [user.organisationId, user.id, areaCode],
        );
      await expect(row('E08000035')).rejects.toThrow(/own council/);
      await expect(row('E08000003')).resolves.toBeDefined();
    });

    it('refuses people of a department, and of a body without a place', async () => {
      const department = await waymark.signIn('asha.rahman@dhsc.example.org');
      expect((await open(form, department)).status).toBe(403);
      await waymark.get(UsersService).add(systemActor('command', 'user add'), { name: 'Gus', email: 'gus@gmca.example.org', roles: ['place-official'], organisation: 'gmca', demo: true });
      const gmca = await waymark.signIn('gus@gmca.example.org');
      expect((await open('/my-place', gmca)).status).toBe(403);
      expect((await open(form, gmca)).status).toBe(403);
      const { areaCode } = await waymark.dataSource.getRepository(Organisation).findOneByOrFail({ slug: 'gmca' });
      expect(areaCode).toBeNull();
    });
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
      neighbours: [{ model: 'demographic', edition: '2021', areas: [{ rank: 1, code: 'E08000012' }, { rank: 2 }, { rank: 3 }] }],
    });
  });
});
