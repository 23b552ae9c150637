import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { AreasQueries } from '#features/areas/areas.queries.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { RefusedFile } from '#features/observations/refused-file.js';
import { endOfLondonDay } from '#platform/clock/clock.js';
import { ObservationsQueries } from '#features/observations/observations.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type TestApplication } from '../support/application.js';
import { HEADER, ObservationsDesk, ROW } from '../support/observations-desk.js';

const ACTOR = systemActor('command', 'test');
/** The first suite of a run also makes the template that all copy. */
const FIRST_START_MS = 60_000;

describe('importing observations of a good file', () => {
  let desk: ObservationsDesk;
  let waymark: TestApplication;
  let importer: ObservationsImportService;

  beforeAll(async () => {
    desk = await ObservationsDesk.open();
    ({ waymark, importer } = desk);
  }, FIRST_START_MS);
  afterAll(() => desk?.close());
  beforeEach(() => waymark.clock.advance(1000));

  const written: ObservationsDesk['written'] = (...given) => desk.written(...given);
  const importText: ObservationsDesk['importText'] = (...given) => desk.importText(...given);
  const importRows: ObservationsDesk['importRows'] = (...given) => desk.importRows(...given);
  const counts: ObservationsDesk['counts'] = () => desk.counts();
  const refusal = async (importing: Promise<unknown>): Promise<RefusedFile> => {
    const error: unknown = await importing.then(() => undefined, (thrown: unknown) => thrown);
    if (error instanceof RefusedFile) return error;
    throw error ?? new Error('nothing was refused');
  };
  const metric = async (slug: string): Promise<Metric> => {
    const found = await waymark.get(MetricsQueries).bySlug(slug);
    if (!found) throw new Error(`no metric ${slug}`);
    return found;
  };

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
