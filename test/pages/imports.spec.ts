import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { IsNull } from 'typeorm';
import { ActorsService } from '#features/access/actors.service.js';
import { ImportFileChunk } from '#features/imports/import-file-chunk.entity.js';
import { ImportRun } from '#features/imports/import-run.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { JobRunner } from '#platform/queue/job-runner.js';
import { csvOf, ROW, saveStatisticsOffice } from '../factories/statistics-office.factory.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { NEW_IMPORT as NEW, type UploadedRelease, uploadRelease } from '../support/release-upload.js';
import { faultsOf } from '../support/valid-page.js';

type Sent = Parameters<typeof uploadRelease> extends [TestApplication, ...infer Rest] ? Rest : never;

describe('uploading a release by page', () => {
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
  const runAt = (address: string): Promise<ImportRun> => waymark.dataSource.getRepository(ImportRun).findOneByOrFail({ id: address.split('/').at(-1) ?? '' });
  const chunks = (runId: string): Promise<number> => waymark.dataSource.getRepository(ImportFileChunk).countBy({ runId });
  const releases = (): Promise<number> => waymark.dataSource.getRepository(Release).count();
  const pending = (kind: string): Promise<number> => waymark.dataSource.getRepository(OutboxMessage).countBy({ kind, doneAt: IsNull() });
  const counts = ({ $ }: Page): Record<string, string> =>
    Object.fromEntries($('.govuk-summary-list__row').toArray().map((line) => [$(line).find('dt').text().trim(), $(line).find('dd').text().trim()]));
  const errors = ({ $ }: Page): [string, string | undefined][] => $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);
  const buttons = ({ $ }: Page): string[] => $('main button').toArray().map((button) => $(button).text().trim());

  it('lands statisticians on their hub, and shows it to nobody else', async () => {
    const agent = waymark.visitor();
    const { $ } = await waymark.open(agent, '/sign-in');
    const person = $('form').filter((_, form) => $(form).text().includes('isaac')).find('input[name="person"]').attr('value');
    const landed = await agent.post('/sign-in/demo').redirects(0).type('form').send({ _csrf: $('input[name="_csrf"]').first().attr('value'), person });
    expect([landed.status, landed.headers['location']]).toEqual([303, '/statistics']);
    const hub = await waymark.open(agent, '/statistics');
    expect(hub.status).toBe(200);
    expect(hub.$('.govuk-service-navigation__item--active').text().trim()).toBe('Statistics');
    expect(hub.$('main a').toArray().map((link) => hub.$(link).attr('href'))).toEqual(expect.arrayContaining([NEW, '/statistics/releases', '/statistics/catalogue', '/data-gaps']));
    const member = await waymark.signIn('member@council.example.org');
    for (const address of ['/statistics', NEW]) {
      expect([address, (await waymark.open(member, address)).status]).toEqual([address, 403]);
      expect((await waymark.open(waymark.visitor(), address)).response.headers['location']).toBe('/sign-in');
    }
  });

  it('checks a file, shows what would be read and loads it when told to', async () => {
    const before = await releases();
    const sent = await upload(isaac, { content: csvOf(row(), row().replace('75.5', '').replace('75.1,75.9,,', ',,x,')) }, { day: '26', month: '6', year: '2026', time: '9:30am' });
    expect(sent.status).toBe(303);
    expect(sent.to).toMatch(/^\/statistics\/imports\/[0-9a-f-]{36}$/);

    const waiting = await waymark.open(isaac, sent.to);
    expect(waiting.status).toBe(200);
    expect(waiting.$('main .govuk-tag').text().trim()).toBe('Waiting');
    expect(waiting.$('progress').attr('max')).toBe(String((await runAt(sent.to)).bytes));
    expect(waiting.response.text).toContain('<noscript><meta http-equiv="refresh" content="5"></noscript>');
    expect(waiting.$('[data-waymark-watch]')).toHaveLength(1);
    expect(waiting.$('main').text()).toContain('0% of');
    const unwatched = await waymark.open(isaac, `${sent.to}?watch=off`);
    expect([unwatched.response.text.includes('http-equiv="refresh"'), unwatched.$('[data-waymark-watch]').length]).toEqual([false, 0]);
    expect(buttons(waiting)).toEqual([]);

    await waymark.runJobs();
    const checked = await waymark.open(isaac, sent.to);
    expect(checked.$('main .govuk-tag').text().trim()).toBe('Checked');
    expect(checked.response.text).not.toContain('http-equiv="refresh"');
    expect(counts(checked)).toMatchObject({ 'Rows read': '2', 'Rows with a value': '1', 'Rows without a value': '1', 'Rows rejected': '0', Published: '26 June 2026 at 9:30am' });
    expect(buttons(checked)).toEqual(['Load this file', 'Check again', 'Discard']);
    expect(await releases()).toBe(before);
    expect(await faultsOf(checked.response.text)).toEqual([]);

    const { action } = checked.$('form').filter((_, form) => checked.$(form).text().includes('Load this file')).get(0)?.attribs ?? {};
    const asked = await waymark.submit(isaac, sent.to, {}, action);
    expect([asked.status, asked.headers['location']]).toEqual([303, sent.to]);
    expect((await waymark.open(isaac, sent.to)).$('.govuk-notification-banner').text()).toContain('The file is being loaded.');
    await waymark.runJobs();
    const run = await runAt(sent.to);
    expect([run.state, await releases()]).toEqual(['loaded', before + 1]);
    const loaded = await waymark.open(isaac, sent.to);
    expect(loaded.$(`main a[href="/statistics/releases/${run.releaseId}"]`)).toHaveLength(1);
    expect(buttons(loaded)).toEqual([]);
    expect(await chunks(run.id)).toBe(0);
    const release = await waymark.dataSource.getRepository(Release).findOneByOrFail({ id: run.releaseId ?? 0 });
    expect(release.publishedAt?.toISOString()).toBe('2026-06-26T08:30:00.000Z');
    const hub = await waymark.open(isaac, '/statistics');
    expect(hub.$('tbody tr').first().text()).toContain('pay.csv');
    expect(await faultsOf(hub.response.text)).toEqual([]);
    const events = await waymark.dataSource.getRepository(AuditEntry).find({ where: { subject: `import:${run.id}` }, order: { position: 'ASC' } });
    expect(events.map(({ event }) => event)).toEqual(['IMPORT_UPLOADED', 'IMPORT_BEGUN', 'IMPORT_CHECKED', 'IMPORT_READ', 'IMPORT_READ', 'IMPORT_LOAD_ASKED', 'IMPORT_ENDED', 'IMPORT_READ']);
  });

  it('says that the very same file is loaded already, and offers no second load', async () => {
    const content = csvOf(row());
    const first = await upload(isaac, { content });
    await waymark.runJobs();
    await waymark.submit(isaac, first.to, {}, `${first.to}/load`);
    await waymark.runJobs();
    const again = await upload(isaac, { content });
    await waymark.runJobs();
    const page = await waymark.open(isaac, again.to);
    expect(page.$('main').text()).toContain('This very file was loaded before');
    expect(page.$(`main a[href="/statistics/releases/${(await runAt(first.to)).releaseId}"]`)).toHaveLength(1);
    expect(buttons(page)).toEqual(['Check again', 'Discard']);
  });

  describe('with rows at fault', () => {
    let address: string;

    beforeAll(async () => {
      const lines = [row(), row().replace('75.5', 'n/k'), row().replace('E92000001', '=1+1')];
      address = (await upload(isaac, { content: csvOf(...lines) })).to;
      await waymark.runJobs();
    });

    it('shows them, and what is to be decided, before how the columns are read', async () => {
      const { $ } = await waymark.open(isaac, address);
      const headings = $('main h2, main h3').toArray().map((heading) => $(heading).text().trim());
      expect(headings).toEqual(['What was found', 'Rows rejected', 'First figures', 'Figures by metric', 'Load the file', 'How the columns are read']);
    });

    it('takes a form from nowhere back to its page', async () => {
      const { $ } = await waymark.open(isaac, address);
      const answer = await isaac.post(`${address}/load`).redirects(0).type('form').send({ _csrf: $('input[name="_csrf"]').first().attr('value'), confirmUnit: '', confirmDirection: '' });
      expect([answer.status, answer.headers['location']]).toEqual([303, address]);
      expect(errors(await waymark.open(isaac, address))).toHaveLength(1);
    });

    it('lists them, and gives them back with their reasons as CSV that no spreadsheet runs', async () => {
      const page = await waymark.open(isaac, address);
      expect(counts(page)['Rows rejected']).toBe('2');
      expect(page.$('#rejects').next().find('tbody tr')).toHaveLength(2);
      expect(await faultsOf(page.response.text)).toEqual([]);
      const csv = await isaac.get(`${address}/rejects.csv`);
      expect(csv.headers['content-type']).toContain('text/csv');
      expect(csv.headers['cache-control']).toContain('private');
      const records = parse(csv.text, { columns: true }) as Record<string, string>[];
      expect(records.map(({ row: at, reason }) => [at, reason !== ''])).toEqual([['3', true], ['4', true]]);
      expect(records[0]).toMatchObject({ column: 'observation', areanm: 'England', observation: 'n/k' });
      expect(records[1]).toMatchObject({ areacd: `'=1+1` });
    });

    it('loads the rest only where somebody says so', async () => {
      const page = await waymark.open(isaac, address);
      expect(page.$('label[for="acceptRejects"]').text().trim()).toBe('Load without the 2 rows at fault');
      const refused = await waymark.submit(isaac, address, {}, `${address}/load`);
      expect([refused.status, refused.headers['location']]).toEqual([303, address]);
      const back = await waymark.open(isaac, address);
      expect(errors(back)).toEqual([[expect.stringContaining('without the 2 rows that are at fault'), '#acceptRejects']]);
      expect(back.$('title').text()).toMatch(/^Error: /);
      expect(back.$('#acceptRejects')).toHaveLength(1);
      const asked = await waymark.submit(isaac, address, { acceptRejects: 'yes' }, `${address}/load`);
      expect(asked.status).toBe(303);
      await waymark.runJobs();
      const run = await runAt(address);
      expect([run.state, run.report?.rowsRejected]).toEqual(['loaded', 2]);
      const stored = await waymark.dataSource.query('SELECT count(*)::int AS count FROM observations WHERE release_id = $1', [run.releaseId]) as { count: number }[];
      expect(stored[0]?.count).toBe(1);
    });
  });

  it('loads what it knows, where an indicator is not in the catalogue and somebody says so', async () => {
    const { to } = await upload(isaac, { content: csvOf(row(), row().replace('Employment rate', 'Employment rat'), row().replace('Employment rate', 'Number of goblins')) });
    await waymark.runJobs();
    const page = await waymark.open(isaac, to);
    expect([counts(page)['Rows rejected'], counts(page)['Indicators not known']]).toEqual(['0', '2']);
    expect(page.$('#indicators').next().find('tbody tr').first().text().replace(/\s+/g, ' ').trim()).toBe('Employment rat1Employment rate');
    await waymark.submit(isaac, to, {}, `${to}/load`);
    expect(errors(await waymark.open(isaac, to))).toEqual([[expect.stringContaining('without the 2 rows that are at fault'), '#acceptRejects']]);
    await waymark.submit(isaac, to, { acceptRejects: 'yes' }, `${to}/load`);
    await waymark.runJobs();
    expect(await runAt(to)).toMatchObject({ state: 'loaded', report: { figures: 1, rowsRejected: 2 } });
  });

  it('asks why, where the unit is not the catalogue’s', async () => {
    const { to } = await upload(isaac, { content: csvOf(row().replace('Employment rate', 'Gross median weekly pay').replace('Percentage,%', 'Pounds,€')) });
    await waymark.runJobs();
    const page = await waymark.open(isaac, to);
    expect(page.$('#contradictions').next().text()).toContain('€');
    await waymark.submit(isaac, to, {}, `${to}/load`);
    expect(errors(await waymark.open(isaac, to))).toEqual([['Enter why the series goes on in another unit or measure', '#confirmUnit']]);
    await waymark.submit(isaac, to, { confirmUnit: 'The publisher changed it.' }, `${to}/load`);
    await waymark.runJobs();
    expect((await runAt(to)).state).toBe('loaded');
  });

  it('is loaded once, however often the button is pressed', async () => {
    const before = await releases();
    const { to } = await upload(isaac, { content: csvOf(row()) });
    await waymark.runJobs();
    const wren = await waymark.signIn('wren@ons.example.org');
    // each brings a token from another page: on the run's own there may be no button any more
    const tokens = await Promise.all([isaac, wren].map(async (person) => (await waymark.open(person, NEW)).$('input[name="_csrf"]').attr('value')));
    const answers = await Promise.all([isaac, wren].map((person, at) => waymark.submit(person, to, { _csrf: tokens[at] }, `${to}/load`)));
    expect(answers.map(({ status, headers }) => `${status} ${headers['location'] ?? ''}`).sort()).toEqual([`303 ${to}`, '409 ']);
    expect(await pending('load-import')).toBe(1);
    await waymark.runJobs();
    expect(await releases()).toBe(before + 1);
    expect((await waymark.submit(isaac, to, { _csrf: (await waymark.open(isaac, NEW)).$('input[name="_csrf"]').attr('value') }, `${to}/discard`)).status).toBe(409);
  });

  it('discards, and forgets the file', async () => {
    const { to } = await upload(isaac, { content: csvOf(row()) });
    await waymark.runJobs();
    const { id } = await runAt(to);
    expect(await chunks(id)).toBe(1);
    const done = await waymark.submit(isaac, to, {}, `${to}/discard`);
    expect([done.status, done.headers['location']]).toEqual([303, '/statistics']);
    expect([(await runAt(to)).state, await chunks(id)]).toEqual(['discarded', 0]);
    expect(buttons(await waymark.open(isaac, to))).toEqual([]);
  });

  it('forgets a file that nobody comes back to for two weeks', async () => {
    const { to } = await upload(isaac, { content: csvOf(row()) });
    await waymark.runJobs();
    waymark.clock.advance(14 * 24 * 60 * 60 * 1000);
    await waymark.runJobs();
    const { id, state } = await runAt(to);
    expect([state, await chunks(id)]).toEqual(['discarded', 0]);
    isaac = await waymark.signIn('isaac@ons.example.org');
  });

  it('says why it failed after the last attempt, and tries again when told to', async () => {
    const { to } = await upload(isaac, { content: csvOf(row()) });
    const { id } = await runAt(to);
    const job = await waymark.dataSource.getRepository(OutboxMessage).findOneByOrFail({ kind: 'check-import', doneAt: IsNull() });
    const actors = waymark.get(ActorsService);
    const actorOf = actors.actorOf.bind(actors);
    actors.actorOf = async () => { throw new Error('The disk is full'); };
    const runner = waymark.get(JobRunner);
    await expect(runner.run(job.id, 4)).rejects.toThrow('The disk is full');
    expect((await runAt(to)).state).toBe('checking');
    await runner.run(job.id, 5);
    actors.actorOf = actorOf;
    const failed = await waymark.open(isaac, to);
    expect(failed.$('main .govuk-tag').text().trim()).toBe('Failed');
    expect(failed.$('main').text()).toContain('The disk is full');
    expect(failed.$('main').text()).toContain('2 times');
    expect(buttons(failed)).toEqual(['Try again', 'Discard']);
    const asked = await waymark.submit(isaac, to, {}, `${to}/check`);
    expect(asked.headers['location']).toBe(to);
    await waymark.runJobs();
    expect(await waymark.dataSource.getRepository(ImportRun).findOneByOrFail({ id })).toMatchObject({ state: 'checked', refusal: null });
  });
});
