import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { systemActor, VISITOR } from '#domain/access/permissions.js';
import { AreasQueries } from '#features/areas/areas.queries.js';
import { AreasService } from '#features/areas/areas.service.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { type ImportReport } from '#features/observations/import-report.js';
import { type ImportRequest } from '#features/observations/import-request.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { RefusedFile } from '#features/observations/refused-file.js';
import { endOfLondonDay } from '#platform/clock/clock.js';
import { ObservationsQueries } from '#features/observations/observations.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const ACTOR = systemActor('command', 'test');
/** The first suite of a run also makes the template that all copy. */
const FIRST_START_MS = 60_000;
const HEADER = 'areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes';
/** A good row; a case changes one thing about it. */
const ROW = 'E92000001,England,Nation,Employment rate,2023-01-01/P1Y,75.5,Percentage,%,75.1,75.9,,';

describe('importing observations', () => {
  let waymark: TestApplication;
  let importer: ObservationsImportService;
  let folder: string;
  let files = 0;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [JobsModule, ExampleLoaderModule] });
    importer = waymark.get(ObservationsImportService);
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-import-'));
    const text = (file: string): string => readFileSync(path.resolve('example', file), 'utf8');
    await waymark.get(MetricsService).importCatalogue(ACTOR, { fileName: 'metrics.yml', text: text('catalogue/metrics.yml') });
    await waymark.get(AreasService).importRegister(ACTOR, { fileName: 'areas.csv', text: text('areas/areas.csv') });
  }, FIRST_START_MS);
  afterAll(async () => {
    await waymark.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => waymark.clock.advance(1000));

  const written = async (content: string | Buffer): Promise<string> => {
    const file = path.join(folder, `figures-${++files}.csv`);
    await writeFile(file, content);
    return file;
  };
  const importText = async (content: string | Buffer, more: Partial<ImportRequest> = {}): Promise<ImportReport> =>
    importer.importFile(ACTOR, { path: await written(content), ...more });
  const importRows = (...rows: string[]): Promise<ImportReport> => importText([HEADER, ...rows, ''].join('\r\n'));
  const refusal = async (importing: Promise<unknown>): Promise<RefusedFile> => {
    const error: unknown = await importing.then(() => undefined, (thrown: unknown) => thrown);
    if (error instanceof RefusedFile) return error;
    throw error ?? new Error('nothing was refused');
  };
  const counts = async (): Promise<Record<string, number>> => {
    const [row]: Record<string, number>[] = await waymark.dataSource.query(
      `SELECT (SELECT count(*)::int FROM observations) AS observations, (SELECT count(*)::int FROM releases) AS releases, (SELECT count(*)::int FROM areas) AS areas,
              (SELECT count(*)::int FROM outbox_messages) AS outbox, (SELECT count(*)::int FROM audit_entries) AS audit`,
    );
    return row ?? {};
  };
  const metric = async (slug: string): Promise<Metric> => {
    const found = await waymark.get(MetricsQueries).bySlug(slug);
    if (!found) throw new Error(`no metric ${slug}`);
    return found;
  };

  describe('of a good file', () => {
    it('keeps blanks as missing, never as zero, and writes its job and its audit line', async () => {
      const before = await counts();
      const report = await importRows(
        ROW.replace('2023', '2021'),
        'E92000001,England,Nation,Employment rate,2020-01-01/P1Y,,Percentage,%,,,x,',
        'E92000001,England,Nation,Employment rate,2019-01-01/P1Y,,Percentage,%,,,,',
        'E92000001,England,Nation,Employment rate,2018-01-01/P1Y,0,Percentage,%,,,p,"a ""note"",\twith\\marks"',
      );
      expect(report).toMatchObject({ alreadyLoaded: false, dryRun: false, rowsRead: 4, rowsWithValue: 2, rowsMissing: 2, rowsRejected: 0, unconfirmedAreas: [], rowsByMetric: { 'employment-rate': 4 } });
      const rows: unknown = await waymark.dataSource.query(
        'SELECT period_start::text AS start, period_months AS months, value, lower, upper, status, note FROM observations WHERE release_id = $1 ORDER BY 1',
        [report.releaseId],
      );
      expect(rows).toEqual([
        { start: '2018-01-01', months: 12, value: 0, lower: null, upper: null, status: 'p', note: 'a "note",\twith\\marks' },
        { start: '2019-01-01', months: 12, value: null, lower: null, upper: null, status: null, note: null },
        { start: '2020-01-01', months: 12, value: null, lower: null, upper: null, status: 'x', note: null },
        { start: '2021-01-01', months: 12, value: 75.5, lower: 75.1, upper: 75.9, status: null, note: null },
      ]);
      const after = await counts();
      expect([(after['releases'] ?? 0) - (before['releases'] ?? 0), (after['outbox'] ?? 0) - (before['outbox'] ?? 0), (after['audit'] ?? 0) - (before['audit'] ?? 0)]).toEqual([1, 2, 1]);
      const jobs: unknown = await waymark.dataSource.query('SELECT kind, payload FROM outbox_messages WHERE created_at = (SELECT max(created_at) FROM outbox_messages) ORDER BY kind');
      expect(jobs).toEqual([
        { kind: 'check-plausibility', payload: { releaseId: report.releaseId } },
        { kind: 'judge-missions', payload: { cause: 'release', releaseId: report.releaseId } },
      ]);
      const [line]: unknown[] = await waymark.dataSource.query('SELECT event, subject, facts FROM audit_entries ORDER BY position DESC LIMIT 1');
      expect(line).toEqual({
        event: 'OBSERVATIONS_IMPORTED',
        subject: `release:${report.releaseId}`,
        facts: { checksum: report.checksum, layout: 'ons-current', rowsRead: 4, rowsWithValue: 2, rowsMissing: 2, rowsRejected: 0, unconfirmedAreas: 0 },
      });
      const [release]: unknown[] = await waymark.dataSource.query('SELECT publisher, imported_by, rows_read, rows_with_value, rows_missing FROM releases WHERE id = $1', [report.releaseId]);
      expect(release).toEqual({ publisher: 'Office for National Statistics', imported_by: 'command:test', rows_read: 4, rows_with_value: 2, rows_missing: 2 });
    });

    it('reads columns in any order, with BOM, without line break at the end, with empty lines', async () => {
      const text = '\uFEFFunit,measure,status,notes,uci_95,lci_95,observation,period,indicator,geography,areanm,areacd\r\n\r\n%,Percentage,,,,,61.5,2022-01-01/P1Y,Employment rate,Nation,"Wales, all",W92000004';
      expect(await importText(text)).toMatchObject({ rowsRead: 1, rowsWithValue: 1, rowsMissing: 0, unconfirmedAreas: [] });
    });

    it('takes unknown areas from the row, unconfirmed, and lists them', async () => {
      const rows = [
        'E07000999,"Newtown, City of",Local Authority District,Employment rate,2023-01-01/P1Y,70,Percentage,%,,,,Obsolete code since 2025 (replaced by E06000998 Newtown)',
        'E07000999,"Newtown, City of",Local Authority District,Employment rate,2022-01-01/P1Y,71,Percentage,%,,,,',
        'E06000998,Newtown ,County or Unitary Authority,Employment rate,2023-01-01/P1Y,72,Percentage,%,,,,',
      ];
      const report = await importRows(...rows);
      expect(report.unconfirmedAreas).toEqual([
        { code: 'E07000999', name: 'Newtown, City of', level: 'lower-tier' },
        { code: 'E06000998', name: 'Newtown', level: 'unitary' },
      ]);
      const areas = waymark.get(AreasQueries);
      expect(await areas.byCode('E07000999')).toMatchObject({ confirmed: false, country: 'England', successors: ['E06000998'] });
      const queries = waymark.get(ObservationsQueries);
      const { id } = await metric('employment-rate');
      const found = await queries.seriesOfAreas({ metricId: id, levels: ['lower-tier', 'unitary'] });
      // the old code has a successor with figures of its own, so it is not counted beside it, and hands over what is older than those
      expect(found.map(({ code, name, series }) => [code, name, series.map(({ value }) => value)])).toEqual([['E06000998', 'Newtown', [71, 72]]]);
      expect(await queries.series({ metricId: id, areaCode: 'E07000999' })).toHaveLength(2);
      // a second file says again what is still unconfirmed, and adds no area
      const before = await counts();
      const again = await importRows(rows[0]?.replace(',70,', ',70.5,') ?? '');
      expect([again.unconfirmedAreas.map(({ code }) => code), (await counts())['areas']]).toEqual([['E07000999'], before['areas']]);
    });

    it('changes nothing at the second time, and says so', async () => {
      const file = await written(`${HEADER}\n${ROW.replace('75.5', '75.4')}\n`);
      const first = await importer.importFile(ACTOR, { path: file });
      const before = await counts();
      const second = await importer.importFile(ACTOR, { path: file, fileName: 'another-name.csv' });
      expect(second).toMatchObject({ alreadyLoaded: true, releaseId: first.releaseId, rowsRead: 1, rowsWithValue: 1 });
      expect(await counts()).toEqual(before);
    });

    it('lets one of two imports at once load the file', async () => {
      const rows = Array.from({ length: 2000 }, (_, day) => ROW.replace('2023-01-01/P1Y', new Date(Date.UTC(2000, 0, day + 1)).toISOString().slice(0, 10)));
      const file = await written([HEADER, ...rows].join('\n'));
      const before = await counts();
      const both = await Promise.all([importer.importFile(ACTOR, { path: file }), importer.importFile(ACTOR, { path: file })]);
      expect(both.map(({ alreadyLoaded }) => alreadyLoaded).sort()).toEqual([false, true]);
      expect(both.map(({ releaseId, rowsRead }) => [releaseId, rowsRead])).toEqual([[both[0].releaseId, 2000], [both[0].releaseId, 2000]]);
      const after = await counts();
      expect([(after['observations'] ?? 0) - (before['observations'] ?? 0), (after['audit'] ?? 0) - (before['audit'] ?? 0)]).toEqual([2000, 1]);
    });

    it('gives the newest published release of a cell, and blanks are absent', async () => {
      const { id: metricId } = await metric('economic-inactivity-rate');
      const row = (period: string, value: string, status = ''): string => `S92000003,Scotland,Nation,Economically inactive,${period},${value},Percentage,%,,,${status},`;
      const first = await importText([HEADER, row('2021-01-01/P1Y', '21'), row('2022-01-01/P1Y', '22'), row('2023-01-01/P1Y', '23')].join('\n'), { publishedOn: '2024-01-31' });
      const newest = await importText([HEADER, row('2022-01-01/P1Y', '22.5', 'p'), row('2023-01-01/P1Y', '', 'u')].join('\n'), { publishedOn: '2024-06-30' });
      // loaded last, published first
      await importText([HEADER, row('2021-01-01/P1Y', '20'), row('2022-01-01/P1Y', '20')].join('\n'), { publishedOn: '2023-01-31' });
      const queries = waymark.get(ObservationsQueries);
      const values = async (day?: string): Promise<unknown[]> =>
        (await queries.series({ metricId, areaCode: 'S92000003', ...(day ? { at: endOfLondonDay(day) } : {}) })).map(({ period, value, provisional }) => [period.label, value, ...(provisional ? ['provisional'] : [])]);
      expect(await values()).toEqual([['2021', 21], ['2022', 22.5, 'provisional']]);
      expect(await values('2024-06-29')).toEqual([['2021', 21], ['2022', 22], ['2023', 23]]);
      expect(await values('2023-12-31')).toEqual([['2021', 20], ['2022', 20]]);
      expect(await values('2023-01-30')).toEqual([]);
      const points = await queries.series({ metricId, areaCode: 'S92000003' });
      expect(points.map(({ key }) => key)).toEqual([`${metricId}/S92000003/2021-01-01/P1Y/${first.releaseId}`, `${metricId}/S92000003/2022-01-01/P1Y/${newest.releaseId}`]);
      expect((await queries.releasesOf(points.map(({ key }) => key))).map(({ id }) => id)).toEqual([first.releaseId, newest.releaseId]);
    });

    it('says how far it is', async () => {
      const progress: number[] = [];
      const rows = Array.from({ length: 8000 }, (_, day) => ROW.replace('2023-01-01/P1Y', new Date(Date.UTC(2003, 0, day + 1)).toISOString().slice(0, 10)));
      const { rowsRead } = await importText([HEADER, ...rows].join('\n'), { dryRun: true, onProgress: ({ bytes, totalBytes }) => void progress.push(bytes / totalBytes) });
      expect(rowsRead).toBe(8000);
      expect(progress.length).toBeGreaterThan(1);
      expect([...progress].sort((a, b) => a - b)).toEqual(progress);
      expect(progress.at(-1)).toBe(1);
    });

    it('takes only the one metric that the file is to be for', async () => {
      const text = `${HEADER}\n${ROW.replace('75.5', '75.3')}\n`;
      expect(await importText(text, { metric: 'employment-rate', dryRun: true })).toMatchObject({ rowsRejected: 0 });
      const refused = await refusal(importText(text, { metric: 'gva-per-hour' }));
      expect(refused.report.rejected).toMatchObject([{ row: 2, column: 'indicator', value: 'Employment rate', reason: 'is employment-rate, and the file is to be for gva-per-hour' }]);
      await expect(importText(text, { metric: 'no-such' })).rejects.toThrow(ApplicationError);
    });
  });

  describe('of a broken file', () => {
    const cell = (column: string, value: string): string => {
      const cells = ROW.split(',');
      cells[HEADER.split(',').indexOf(column)] = value;
      return cells.join(',');
    };

    it.each<[string, string | Buffer, Record<string, unknown>[]]>([
      ['an empty file', '', [{ row: 1, column: '', reason: 'the file is empty' }]],
      ['a BOM alone', '\uFEFF', [{ row: 1, column: '', reason: 'the file is empty' }]],
      ['no table', '<html><body>Not found</body></html>', [{ row: 1, reason: expect.stringMatching(/^this is no table of figures/) }]],
      ['a header only', `${HEADER}\n\n`, [{ row: 1, reason: 'the file has a header and no figures' }]],
      ['a column missing', `${HEADER.replace(',status', '')}\n`, [{ row: 1, reason: expect.stringMatching(/^the column status is missing\. Found: areacd, .*The nearest layout is ons-current .*read-a-new-layout/) }]],
      ['an earlier layout', 'AREACD,AREANM,Geography,Indicator,Category,Period,Value,Measure,Unit\n', [{ row: 1, reason: expect.stringMatching(/Observation Status.* are missing\. .*The nearest layout is ons-16-columns-value/) }]],
      ['a column more', `${HEADER},polarity\n${ROW},1\n`, [{ row: 1, value: 'polarity' }]],
      ['a column twice', `${HEADER},status\n${ROW},\n`, [{ row: 1, value: 'status', reason: expect.stringMatching(/^the column status is there twice/) }]],
      ['a cell too many', `${HEADER}\n${ROW}\nE06000010,Kingston upon Hull, City of,Nation,Employment rate,2023-01-01/P1Y,75.5,Percentage,%,,,,\n`, [{ row: 3, column: '', reason: 'the row has 13 cells where the header has 12' }]],
      ['a file cut off', `${HEADER}\n${ROW}\nE92000001,England,Nation,Employ`, [{ row: 3, column: '', reason: 'the row has 4 cells where the header has 12' }]],
      ['a quote that is not closed', `${HEADER}\n${ROW}\nE92000001,"England,Nation\n${ROW}\n`, [{ row: 3, reason: 'a quote is opened and never closed' }]],
      ['a quote where none may stand', `${HEADER}\n${ROW}\n${cell('areanm', 'En"gl"and')}\n`, [{ row: 3, reason: expect.stringMatching(/^a quote stands where none may stand/) }]],
      ['words for a number', `${HEADER}\n${ROW}\n${cell('observation', 'nil')}\n`, [{ row: 3, column: 'observation', value: 'nil', reason: 'is no number' }]],
      ['commas that are none of thousands', `${HEADER}\n${cell('observation', '"1,23"')}\n`, [{ row: 2, column: 'observation', value: '1,23', reason: 'is no number' }]],
      ['an interval in words', `${HEADER}\n${cell('lci_95', 'wide')}\n${cell('uci_95', '1e999')}\n`, [{ row: 2, column: 'lci_95', value: 'wide' }, { row: 3, column: 'uci_95', value: '1e999' }]],
      ['an interval upside down', `${HEADER}\n${cell('lci_95', '76')}\n`, [{ row: 2, column: 'lci_95', value: '76', reason: 'the lower limit is above the upper one, 75.9' }]],
      ['no area code', `${HEADER}\n${cell('areacd', 'na')}\n`, [{ row: 2, column: 'areacd', value: 'na', reason: 'is no area code' }]],
      ['an unknown area without a name', `${HEADER}\n${ROW.replace('E92000001,England', 'E07000997,')}\n`, [{ row: 2, column: 'areacd', value: 'E07000997' }]],
      ['a period of two meanings', `${HEADER}\n${cell('period', '2021-22')}\n`, [{ row: 2, column: 'period', value: '2021-22', reason: 'is no period that can be read in one way' }]],
      ['another unit', `${HEADER}\n${cell('unit', '£')}\n`, [{ row: 2, column: 'unit', value: '£', reason: 'employment-rate is in “%” by the catalogue' }]],
      ['another measure', `${HEADER}\n${cell('measure', 'Pounds')}\n`, [{ row: 2, column: 'measure', value: 'Pounds', reason: 'the measure of employment-rate is “Percentage” by the catalogue' }]],
      ['a cell twice', `${HEADER}\n${ROW}\n${cell('period', '2023-01-01T00:00:00/P12M')}\n`, [{ row: 3, column: 'period', value: '2023-01-01T00:00:00/P12M', reason: 'Employment rate of E92000001 is there for this period already' }]],
      ['a blank indicator', `${HEADER}\n${cell('indicator', '')}\n`, [{ row: 2, column: 'indicator', reason: 'is blank' }]],
      ['Latin-1', Buffer.from(`${HEADER}\n${ROW}\n${cell('areanm', 'Ynys M\u00f4n')}\n`, 'latin1'), [{ row: 3, reason: 'the file is not in UTF-8' }]],
      ['UTF-16', Buffer.from(`\uFEFF${HEADER}\n${ROW}\n`, 'utf16le'), [{ row: 1, reason: 'the file is not text: it holds zero bytes' }]],
      ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]), [{ row: 1, reason: 'the file is not text: it holds zero bytes' }]],
      ['several faults at once', `${HEADER}\n${cell('observation', 'nil')}\n${ROW}\n${cell('unit', '£')}\n`, [{ row: 2, column: 'observation' }, { row: 4, column: 'unit' }]],
    ])('refuses %s, with row, column, value and reason, and loads nothing of it', async (_, content, faults) => {
      const before = await counts();
      const refused = await refusal(importText(content));
      expect(refused.report.rejected).toMatchObject(faults);
      expect(refused.report.rejected).toHaveLength(faults.length);
      const { rowsRead, rowsWithValue, rowsMissing, rowsRejected } = refused.report;
      expect(rowsRead).toBe(rowsWithValue + rowsMissing + rowsRejected);
      expect(await counts()).toEqual(before);
    });

    it('refuses unknown indicators by name, with the nearest known one', async () => {
      const before = await counts();
      const text = `${HEADER}\n${ROW}\n${cell('indicator', 'Employment rates')}\n${cell('indicator', 'Cattle')}\n${cell('indicator', 'Cattle').replace('2023', '2022')}\n`;
      const refused = await refusal(importText(text));
      expect(refused.report).toMatchObject({
        rowsRead: 4,
        rowsWithValue: 4,
        rowsRejected: 0,
        unknownIndicators: [{ indicator: 'Employment rates', rows: 1, closest: 'Employment rate' }, { indicator: 'Cattle', rows: 2 }],
      });
      expect(refused.reasons.map(({ message }) => message)).toEqual([
        'the indicator “Employment rates” (1 row) is not in the catalogue of metrics; did you mean “Employment rate”?',
        'the indicator “Cattle” (2 rows) is not in the catalogue of metrics',
      ]);
      expect(await counts()).toEqual(before);
      // a dry run lists them and ends well
      const tried = await importText(text, { dryRun: true });
      expect(tried).toMatchObject({ dryRun: true, rowsRead: 4, unknownIndicators: [{ indicator: 'Employment rates' }, { indicator: 'Cattle' }] });
    });

    it('rolls back what was written before the fault, areas too', async () => {
      const before = await counts();
      // the fault stands behind more than one piece of the file, so earlier rows have gone to the server
      const rows = Array.from({ length: 12_000 }, (_, at) => `E07${String(900_000 + (at % 300)).padStart(6, '0')},Place ${at % 300},Local Authority District,Employment rate,${1900 + Math.floor(at / 300)}-01-01/P1Y,50,Percentage,%,,,,`);
      const refused = await refusal(importRows(...rows, cell('observation', 'nothing')));
      expect(refused.report).toMatchObject({ rowsRead: 12_001, rowsWithValue: 12_000, rejected: [{ row: 12_002, column: 'observation', value: 'nothing' }] });
      expect(await counts()).toEqual(before);
    });

    it('rolls back where the server itself refuses a row, and works on', async () => {
      const owner = new pg.Client(waymark.database.ownerUrl);
      await owner.connect();
      const before = await counts();
      try {
        await owner.query('ALTER TABLE waymark.observations ADD CONSTRAINT at_most_a_million CHECK (value < 1000000) NOT VALID');
        const rows = Array.from({ length: 9000 }, (_, day) => cell('period', new Date(Date.UTC(1970, 0, day + 1)).toISOString().slice(0, 10)));
        await expect(importRows(cell('observation', '2000000').replace('75.1,75.9', ','), ...rows)).rejects.toThrow('at_most_a_million');
        expect(await counts()).toEqual(before);
      } finally {
        await owner.query('ALTER TABLE waymark.observations DROP CONSTRAINT at_most_a_million');
        await owner.end();
      }
      expect(await importRows(cell('observation', '2000000').replace('75.1,75.9', ','))).toMatchObject({ rowsWithValue: 1 });
    });

    it('names a thousand faults and counts them all', async () => {
      const refused = await refusal(importRows(...Array.from({ length: 1500 }, () => cell('observation', 'nil'))));
      expect([refused.report.rowsRejected, refused.report.rejected.length]).toEqual([1500, 1500]);
      expect(refused.reasons.at(-1)?.message).toBe('and 500 more rows at fault');
    });

    it('counts rejected rows in a dry run, and throws only where the layout is not understood', async () => {
      const before = await counts();
      const tried = await importText(`${HEADER}\n${ROW}\n${cell('observation', '').replace('2023', '2022')}\n${cell('observation', 'nil')}\nE07000996,Newplace,Local Authority District,Employment rate,2023-01-01/P1Y,1,Percentage,%,,,,\n`, { dryRun: true });
      expect(tried).toMatchObject({ dryRun: true, releaseId: null, rowsRead: 4, rowsWithValue: 2, rowsMissing: 1, rowsRejected: 1, unconfirmedAreas: [{ code: 'E07000996' }] });
      await expect(importText('a,b,c\n1,2,3\n', { dryRun: true })).rejects.toThrow(RefusedFile);
      expect(await counts()).toEqual(before);
    });

    it('refuses what is not there, what is no file, and people without the permission', async () => {
      await expect(importer.importFile(ACTOR, { path: path.join(folder, 'none.csv') })).rejects.toThrow('none.csv cannot be read: there is no such file');
      await expect(importer.importFile(ACTOR, { path: folder })).rejects.toThrow('it is not a file');
      await expect(importer.importFile(VISITOR, { path: path.join(folder, 'none.csv') })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(importText(`${HEADER}\n${ROW}\n`, { publishedOn: '2024-02-30' })).rejects.toMatchObject({ kind: 'invalid' });
    });
  });
});
