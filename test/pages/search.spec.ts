import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { saveAcceptedReturn } from '../factories/accepted-return.factory.js';
import { saveDeliveredReturn, saveEducationMission } from '../factories/education-mission.factory.js';
import { saveLetter } from '../factories/letter.factory.js';
import { saveScheduledReport } from '../factories/report.factory.js';
import { actingAs } from '../support/acting.js';
import { type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { type TestDatabase } from '../support/database.js';
import { createExampleDatabase } from '../support/example-database.js';
import { PageLook } from '../support/page-look.js';
import { statementsOf } from '../support/statement-count.js';

const asked = (question: string, more = ''): string => `/search?q=${encodeURIComponent(question)}${more}`;

describe('the search', () => {
  let database: TestDatabase;
  let waymark: TestApplication;
  let look: PageLook;

  const open = (address: string): Promise<Page> => waymark.open(waymark.visitor(), address);
  const linksOf = async (question: string, more?: string): Promise<string[]> => {
    const { $ } = await open(asked(question, more));
    return $('main section a').toArray().map((link) => $(link).attr('href') ?? '');
  };
  const headingOf = async (question: string): Promise<string> => (await open(asked(question))).$('#results').text();
  const letter = (reference: string, { publishedAt, ...said }: { subject: string; body: string; publishedAt: string | null }): Promise<void> =>
    saveLetter(waymark.dataSource, { reference, ...said, publishedAt: publishedAt === null ? null : new Date(publishedAt) });

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
    look = await PageLook.start(waymark);
    for (const [code, name] of [['E06000010', 'Kingston upon Hull, City of'], ['W06000001', 'Isle of Anglesey'], ['W06000015', 'Caerdydd Môr'], ['E05012345', 'Kingston upon Hull Avenue']]) {
      await waymark.dataSource.query(`INSERT INTO areas (code, name, level, confirmed) VALUES ($1, $2, 'ltla', true) ON CONFLICT (code) DO UPDATE SET name = $2`, [code, name]);
    }
  }, 180_000);
  afterAll(async () => {
    await look.close();
    await waymark.close();
    await database.drop();
  });

  it('stands in the head of every page, and works without JavaScript', async () => {
    const { $ } = await open('/cookies');
    const form = $('form[role=search]');
    expect([form.attr('action'), form.attr('method'), form.find('input[name=q]').length, form.find('label').attr('for')]).toEqual(['/search', 'get', 1, 'site-search']);
    expect((await open('/search')).$('input[name=q]').length).toBe(1);
  });

  it.each(['/search', asked('health'), asked('health', '&kind=targets'), asked('the of and'), asked('zzyzx'), asked('<script>alert(1)</script> health'), asked('x'.repeat(999))])('%s is sound, in under fifteen statements', async (address) => {
    const { result, statements } = await statementsOf(() => open(address));
    expect([address, result.status]).toEqual([address, 200]);
    expect(statements.length).toBeLessThan(15);
    await look.at(address, result);
  });

  it.each<[string, string]>([
    ['healthy life expectancy', '/frameworks/levelling-up-2022/missions/health'],
    ['homicide', '/frameworks/levelling-up-2022/missions/crime'],
    ['Department for Education', '/departments/dfe'],
    ['how verdicts are reached', '/method'],
    ['Hull', '/places/E06000010'],
    [' hull  ', '/places/E06000010'],
    ['City of Kingston upon Hull', '/places/E06000010'],
    ['Kingston upon Hull, City of', '/places/E06000010'],
    ['Ynys Môn', '/places/W06000001'],
    ['ynys mon', '/places/W06000001'],
    ['caerdydd mor', '/places/W06000015'],
    ['angles', '/places/W06000001'],
  ])('%j finds %s', async (question, href) => expect(await linksOf(question)).toContain(href));

  it('puts a council before the small areas that bear its name', async () => {
    expect((await linksOf('hull', '&kind=places')).filter((href) => href.includes('E0')).slice(0, 2)).toEqual(['/places/E06000010', '/places/E05012345']);
  });

  it('leads to no address that only sends on', async () => {
    const hits = [...await linksOf('mission'), ...await linksOf('report')];
    expect(hits.length).toBeGreaterThan(3);
    for (const href of hits) expect([href, (await waymark.visitor().get(href).redirects(0)).status]).toEqual([href, 200]);
    const [report] = (await waymark.dataSource.query('SELECT reference, editions FROM reports WHERE editions > 0 LIMIT 1')) as { reference: string; editions: number }[];
    const { headers } = await waymark.visitor().get(`/search?q=${report?.reference}`).redirects(0);
    expect(headers['location']).toBe(`/reports/${report?.reference}/editions/${report?.editions}`);
  });

  it('leads straight to the thing that bears a code', async () => {
    const [alert] = (await waymark.dataSource.query('SELECT reference FROM alerts LIMIT 1')) as { reference: string }[];
    const reference = alert?.reference ?? '';
    for (const [code, address] of [['E06000010', '/places/E06000010'], [' e06000010 ', '/places/E06000010'], [reference.toLowerCase(), `/alerts/${reference}`]] as const) {
      const { status, response } = await open(asked(code));
      expect([code, status, response.headers['location']]).toEqual([code, 303, address]);
    }
    expect([(await open(asked('E06999999'))).status, (await open(asked('AL-2026-0000'))).status]).toEqual([200, 200]);
  });

  it('turns pages of one kind, and says how many there are', async () => {
    for (let index = 1; index <= 23; index++) await letter(`LT-2026-P${100 + index}`, { subject: `Wensleydale number ${index}`, body: 'On Wensleydale.', publishedAt: '2026-01-02' });
    expect(await headingOf('wensleydale')).toBe('23 results found for “wensleydale”');
    const all = await linksOf('wensleydale');
    expect([all.length, all.at(-1)]).toEqual([6, '/search?q=wensleydale&kind=letters']);
    const first = await linksOf('wensleydale', '&kind=letters');
    const second = await linksOf('wensleydale', '&kind=letters&page=2');
    expect([first.length, second.length, new Set([...first, ...second]).size]).toEqual([20, 3, 23]);
    const beyond = await open(asked('wensleydale', '&kind=letters&page=9'));
    expect([beyond.status, beyond.$('#results').text()]).toEqual([200, 'There are no results on this page.']);
  });

  it('shows what was found as text, whatever it holds', async () => {
    await letter('LT-2026-HTML', { subject: 'Broadband & <b>roads</b>', body: 'We ask for <img src=x onerror=alert(1)> gigabroadband "soon".', publishedAt: '2026-01-02' });
    const { $, response } = await open(asked('gigabroadband'));
    expect($('mark').text()).toBe('gigabroadband');
    expect($('main section').text()).toContain('onerror=alert(1)> gigabroadband');
    expect(response.text).not.toContain('<img src=x');
  });

  it('finds nothing that is not public: not by a word, not by a count, not by its code', async () => {
    waymark.clock.set('2026-06-01T12:00:00Z');
    await letter('LT-2026-DRFT', { subject: 'Quokkadraft', body: 'quokkabody', publishedAt: null });
    await letter('LT-2026-LATR', { subject: 'Quokkalater', body: 'x', publishedAt: '2026-06-01T13:00:00Z' });
    await waymark.dataSource.query(
      `INSERT INTO releases (checksum, file_name, publisher, imported_at, imported_by, rows_read, rows_with_value, rows_missing, unconfirmed_areas, published_at) VALUES ('c1', 'f', 'p', '2026-05-01', 'x', 1, 1, 0, '{E06777777}', '2026-06-01T13:00:00Z')`,
    );
    await waymark.dataSource.query(`INSERT INTO areas (code, name, level, confirmed) VALUES ('E06777777', 'Quokkashire', 'ltla', false)`);
    for (const word of ['quokkadraft', 'quokkabody', 'quokkalater', 'quokkashire', 'LT-2026-DRFT', 'LT-2026-LATR', 'E06777777']) {
      const { status, $ } = await open(asked(word));
      expect([word, status, $('main section').length, $('#results').text()]).toEqual([word, 200, 0, `Nothing found for “${word}”`]);
    }
    waymark.clock.set('2026-06-01T13:00:00Z');
    expect(await linksOf('quokkalater')).toEqual(['/letters/LT-2026-LATR']);
    expect(await linksOf('quokkashire')).toEqual(['/places/E06777777']);
    expect((await open(asked('E06777777'))).response.headers['location']).toBe('/places/E06777777');
  });

  it('finds an edition of a report from its instant on, by its words and not by its keys', async () => {
    waymark.clock.set('2026-07-01T08:00:00Z');
    const body = JSON.stringify({ schema: 'x', keyofwallaby: [{ text: 'The numbat\nprogramme was dropped.' }] });
    const [chair]: { id: string }[] = await waymark.dataSource.query(`SELECT id FROM users WHERE roles && '{council-chair}' LIMIT 1`);
    const [framework]: { id: string }[] = await waymark.dataSource.query('SELECT id FROM frameworks LIMIT 1');
    const id = await saveScheduledReport(waymark.dataSource, chair?.id ?? '', {
      reference: 'AR-2026-NMBT', frameworkId: framework?.id ?? '', kind: 'council', periodFrom: '2023-04-01', periodTo: '2024-03-31', publishAt: new Date('2026-07-01T08:30:00Z'),
    });
    await actingAs(waymark.dataSource, 'job:watch-reports', async (manager) => {
      await manager.query(`INSERT INTO report_editions (report_id, number, body, checksum, published_at) VALUES ($2, 1, $1, encode(sha256(convert_to($1, 'UTF8')), 'hex'), '2026-07-01T08:30:00Z')`, [body, id]);
      await manager.query(`UPDATE reports SET editions = 1, state = 'published' WHERE reference = 'AR-2026-NMBT'`);
    });
    expect(await linksOf('numbat programme')).toEqual([]);
    waymark.clock.set('2026-07-01T08:30:00Z');
    expect(await linksOf('numbat programme')).toEqual(['/reports/AR-2026-NMBT/editions/1']);
    expect(await linksOf('keyofwallaby')).toEqual([]);
  });

  it.each(['"', "'", '%', '_', '\\', '-', '-health', '()', '& | !', ':*', "'; DROP TABLE letters; --", 'a'.repeat(5000), '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '\u202Ehull', 'or or or', '"unclosed health'])('answers %j', async (question) => {
    expect((await open(asked(question))).status).toBe(200);
  });

  it.each([['/search?q=%00', 400], ['/search?q[]=a&q[]=b', 200], ['/search?q[x]=a', 200], ['/search?q=%FF%FE', 200], ['/search?q=health&kind=users', 200], ['/search?q=health&kind=letters&page=-1', 200], ['/search?q=health&kind=letters&page=1e9', 200]])(
    'answers %s with %i', async (address, status) => expect((await open(address)).status).toBe(status),
  );

  it('reads what grows by its indexes', async () => {
    for (const [sql, index] of [
      [`SELECT 1 FROM areas a WHERE place_words(a.name) @@ to_tsquery('simple', 'hull:*')`, 'ix_areas_words'],
      [`SELECT 1 FROM letters l WHERE text_words(l.subject, l.body) @@ websearch_to_tsquery('english', plain_text('hull'))`, 'ix_letters_words'],
      [`SELECT 1 FROM alerts a WHERE text_words(a.reference, a.sentence || ' ' || coalesce(a.plan_summary, '')) @@ websearch_to_tsquery('english', plain_text('hull'))`, 'ix_alerts_words'],
      [`SELECT 1 FROM submission_versions v WHERE text_words('', document_text(v.content::text)) @@ websearch_to_tsquery('english', plain_text('hull'))`, 'ix_submission_versions_words'],
    ] as const) {
      const runner = waymark.dataSource.createQueryRunner();
      await runner.query('SET enable_seqscan = off');
      const plan = (await runner.query(`EXPLAIN ${sql}`)) as Record<string, string>[];
      await runner.query('RESET enable_seqscan');
      await runner.release();
      expect(JSON.stringify(plan)).toContain(index);
    }
  });
});

describe('the search in returns', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-06-01T08:00:00Z');
  });
  afterAll(() => waymark.close());

  const headingOf = async (question: string): Promise<string> => (await waymark.open(waymark.visitor(), asked(question))).$('#results').text();

  it('finds what is published, and neither a delivery with the council nor a figure before its source', async () => {
    const education = await saveEducationMission(waymark.dataSource);
    await saveDeliveredReturn(waymark.dataSource, education, 'green');
    expect(await headingOf('"Schools are catching up"')).toBe('Nothing found for “"Schools are catching up"”');
    await waymark.dataSource.query(`UPDATE submissions SET covers_from = '2024-04-01', covers_to = '2025-03-31'`);
    const figure = { target: 't', value: 'bandicootfigure', period: '2025/26', reason: 'r', source: 's', unpublishedUntil: '2026-06-06', clearedBy: 'c' };
    const people = { official: 'official@dfe.example.org', sro: 'sro@dfe.example.org', reviewer: 'reviewer@council.example.org' };
    await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, (tx) =>
      saveAcceptedReturn(tx, education.mission, people, { narrative: 'Wombattutoring reaches\nmost pupils.', departures: [figure] }));
    expect(await headingOf('wombattutoring most')).toBe('1 result found for “wombattutoring most”');
    expect(await headingOf('bandicootfigure')).toBe('Nothing found for “bandicootfigure”');
    // a word of the document's own keys is no word of the return
    expect(await headingOf('unpublishedUntil')).toBe('Nothing found for “unpublishedUntil”');
    waymark.clock.set('2026-06-06T08:00:00Z');
    expect(await headingOf('bandicootfigure')).toBe('1 result found for “bandicootfigure”');
  });
});
