import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { VISITOR } from '#domain/access/permissions.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { LayoutsService } from '#features/observations/layouts.service.js';
import { rejectsCsv } from '#features/observations/rejects-csv.js';
import { ImportDesk, IMPORTER, metricOf, ONS, SIXTEEN } from '../support/import-desk.js';

/** The first suite of a run also makes the template that all copy. */
const FIRST_START_MS = 60_000;

const DWELLINGS = 'ons_code,local_authority,number_dwellings,number_non_decent,percent_non_decent';

describe('what is asked of an import', () => {
  let desk: ImportDesk;

  beforeAll(async () => {
    desk = await ImportDesk.open([metricOf('smokers'), metricOf('engagement'), metricOf('unit-change'), metricOf('turned', { direction: 'lower-is-better' }), metricOf('school-count', { yearKind: 'school' })]);
  }, FIRST_START_MS);
  afterAll(() => desk.close());

  describe('a contradiction of the catalogue', () => {
    const row = (indicator: string, period: string, unit: string, more = ''): string => `E92000001,England,Nation,,${indicator},,,${period},50,Percentage,${unit},na,na,,${more},`;

    it('22: of unit is refused in one sentence, and begins the series anew once confirmed', async () => {
      await desk.load(`${SIXTEEN}\n${row('unit-change', '2019', '%')}\n`, { publishedOn: '2024-01-01' });
      const changed = `${SIXTEEN}\n${row('unit-change', '2020', 'Rate')}\n${row('unit-change', '2021', 'Rate')}\n`;
      const refused = await desk.refusal(changed);
      expect(refused.report).toMatchObject({ rowsRejected: 2, contradictions: [{ metric: 'unit-change', kind: 'unit', was: '%', now: 'Rate', rows: 2, firstRow: 2, confirmed: false }] });
      expect(refused.reasons.map(({ message }) => message)).toEqual([
        '“unit-change” (unit-change), 2 rows from row 2: the unit is “Rate”, and “%” by the catalogue. If the figures are really published so from now on, the series begins anew: confirm it with --confirm-unit "reason"',
      ]);
      await expect(desk.load(changed, { confirm: { unit: ' ' } })).rejects.toMatchObject({ kind: 'invalid' });
      const report = await desk.load(changed, { confirm: { unit: 'The department publishes a rate now' }, publishedOn: '2025-01-01' });
      expect(report).toMatchObject({ rowsWithValue: 2, contradictions: [{ rows: 2, confirmed: true }] });
      const metric = await desk.waymark.get(MetricsQueries).bySlug('unit-change');
      expect(metric?.unit).toBe('Rate');
      const [counts]: unknown[] = await desk.rows('SELECT starts_new_series FROM release_metrics WHERE release_id = $1', report.releaseId);
      expect(counts).toEqual({ starts_new_series: true });
      const changes: unknown = await desk.rows('SELECT kind, was, now, reason, confirmed_by FROM series_changes WHERE release_id = $1', report.releaseId);
      expect(changes).toEqual([{ kind: 'unit', was: '%', now: 'Rate', reason: 'The department publishes a rate now', confirmed_by: 'command:test' }]);
    });

    it('22: of two units in one file is never taken', async () => {
      const mixed = `${SIXTEEN}\n${row('smokers', '2010', '%')}\n${row('smokers', '2011', 'Number')}\n`;
      const refused = await desk.refusal(mixed, { confirm: { unit: 'yes' } });
      expect(refused.report.rejected).toMatchObject([{ row: 3, column: 'Unit', value: 'Number', reason: 'the unit was “%” in the rows before: a file has one' }]);
    });

    it('27: of direction is recorded, and the catalogue stands', async () => {
      const turned = `${SIXTEEN}\n${row('turned', '2020', '%', '1')}\n${row('turned', '2021', '%', '1')}\n`;
      const refused = await desk.refusal(turned);
      expect(refused.report.rejected).toMatchObject([{ row: 2, column: 'Polarity', value: '1' }, { row: 3 }]);
      expect(refused.reasons.map(({ message }) => message)).toEqual([
        '“turned” (turned), 2 rows from row 2: the file’s polarity is higher is better, and by the catalogue lower is better. If the catalogue is right, confirm it with --confirm-direction "reason"',
      ]);
      const report = await desk.load(turned, { confirm: { direction: 'Wrong in the file, as for 5G in June 2024' } });
      expect((await desk.waymark.get(MetricsQueries).bySlug('turned'))?.direction).toBe('lower-is-better');
      const changes: unknown = await desk.rows('SELECT kind, was, now FROM series_changes WHERE release_id = $1', report.releaseId);
      expect(changes).toEqual([{ kind: 'direction', was: 'lower is better', now: 'higher is better' }]);
      const [counts]: unknown[] = await desk.rows('SELECT starts_new_series FROM release_metrics WHERE release_id = $1', report.releaseId);
      expect(counts).toEqual({ starts_new_series: false });
    });
  });

  describe('rows at fault', () => {
    const faulty = [ONS, 'E92000001,England,Nation,smokers,2001-01-01/P1Y,50,Percentage,%,,,,', 'na,"Moray, of",Other,smokers,2001-01-01/P1Y,=1+1,Percentage,%,-0.5,,,', 'E92000001,England,Nation,Cattle,2001-01-01/P1Y,5,Percentage,%,,,,', ''].join('\r\n');

    it('are left out, counted and kept where they are accepted', async () => {
      await desk.refusal(faulty);
      const report = await desk.load(faulty, { acceptRejects: true });
      expect(report).toMatchObject({ rowsRead: 3, rowsWithValue: 1, rowsRejected: 2, figures: 1 });
      const [release]: unknown[] = await desk.rows('SELECT rows_read, rows_with_value, rows_rejected FROM releases WHERE id = $1', report.releaseId);
      expect(release).toEqual({ rows_read: 3, rows_with_value: 1, rows_rejected: 2 });
      expect(await desk.stored(report)).toHaveLength(1);
      // the file given back: its own columns, and why
      const rejects: string[][] = parse(rejectsCsv(report));
      expect(rejects).toEqual([
        [...ONS.split(','), 'row', 'column', 'reason'],
        ['na', 'Moray, of', 'Other', 'smokers', '2001-01-01/P1Y', "'=1+1", 'Percentage', '%', '-0.5', '', '', '', '3', 'areacd', 'is no area code'],
        ['E92000001', 'England', 'Nation', 'Cattle', '2001-01-01/P1Y', '5', 'Percentage', '%', '', '', '', '', '4', 'indicator', 'is not in the catalogue of metrics'],
      ]);
    });

    it('are a refusal where nothing else is left', async () => {
      await desk.refusal(`${ONS}\nna,Moray,Other,smokers,2001-01-01/P1Y,50,Percentage,%,,,,\n`, { acceptRejects: true });
    });
  });

  describe('what is asked for', () => {
    it('gives hours of publication in London, whole series and provisional periods', async () => {
      const rows = ['2018-19', '2019/20', '202021'].map((period) => `E92000001,England,Nation,,school-count,,,${period},50,Percentage,%,na,na,,1,`);
      const report = await desk.load([SIXTEEN, ...rows, ''].join('\n'), { publishedAt: '2026-06-26T07:00', wholeSeries: true, provisional: ['2020-21', '2024/25'] });
      expect((await desk.stored(report)).map(({ period, status }) => [period, status])).toEqual([['2018-09-01+12', null], ['2019-09-01+12', null], ['2020-09-01+12', 'p']]);
      const [release]: { published_at: Date; published_on: string }[] = await desk.rows('SELECT published_at, published_on::text FROM releases WHERE id = $1', report.releaseId);
      // summer time: seven in London is six in UTC
      expect([release?.published_at.toISOString(), release?.published_on]).toEqual(['2026-06-26T06:00:00.000Z', '2026-06-26']);
      const [counts]: unknown[] = await desk.rows('SELECT whole_series FROM release_metrics WHERE release_id = $1', report.releaseId);
      expect(counts).toEqual({ whole_series: true });
      expect(report.warnings).toEqual([
        { kind: 'mixed-periods', row: 0, text: expect.stringContaining('3 spellings'), metricId: expect.any(Number) },
        { kind: 'provisional-unused', row: 0, text: 'the file has no figures of the period 2024/25, which was to be provisional' },
      ]);
    });

    it('shows in a dry run which layout, which columns, and the first figures as they would be read', async () => {
      const tried = await desk.load(`${DWELLINGS}\nE08000025,Birmingham,"432,085","75,859",17.6\nna,Nowhere,1,1,1\n`, { dryRun: true });
      expect(tried).toMatchObject({
        dryRun: true,
        rowsRead: 2,
        rowsRejected: 1,
        layout: { name: 'non-decent-homes', roles: expect.arrayContaining([{ role: 'area code', column: 'ons_code' }, { role: 'value of non-decent-dwellings', column: 'number_non_decent' }, { role: 'period', column: 'always 2020-04-01/P1Y' }]) },
        preview: [{ row: 2, metric: 'occupied-dwellings', area: 'E08000025 Birmingham', period: '2020-04-01/P1Y', value: '432085' }, { row: 2 }, { row: 2 }],
      });
    });
  });

  describe('while another import is under way', () => {
    it('waits for it with an area that neither register holds, and takes the one that it has added', async () => {
      const other = desk.waymark.dataSource.createQueryRunner();
      try {
        await other.startTransaction();
        await other.query(`SELECT pg_advisory_xact_lock(hashtextextended('waymark areas', 0))`);
        const known = await desk.load(`${ONS}\nE92000001,England,Nation,engagement,2001-01-01/P1Y,50,Percentage,%,,,,\n`);
        expect(known.rowsRead).toBe(1);
        const waiting = desk.load(`${ONS}\nE92000001,England,Nation,engagement,2002-01-01/P1Y,50,Percentage,%,,,,\nE06000997,Newshire,Unitary Authority,engagement,2002-01-01/P1Y,51,Percentage,%,,,,\n`);
        for (let waits = 0; waits === 0; ) [{ waits } = { waits: 0 }] = await desk.rows<{ waits: number }>(`SELECT count(*)::integer AS waits FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`);
        await other.query(`INSERT INTO areas (code, name, level, country, confirmed, successors) VALUES ('E06000997', 'Newshire', 'unitary', 'England', true, '{}')`);
        await other.commitTransaction();
        const report = await waiting;
        expect([report.rowsWithValue, report.unconfirmedAreas]).toEqual([2, []]);
        expect((await desk.stored(report)).map(({ area, value }) => [area, value])).toEqual([['E06000997', 51], ['E92000001', 50]]);
      } finally {
        if (other.isTransactionActive) await other.rollbackTransaction();
        await other.release();
      }
    });
  });

  describe('a layout of one’s own', () => {
    const text = 'name: own-table\ntitle: A table of our own\narea: { code: LA code, name: LA }\nfigures:\n  - { value: Share, metric: smokers, unit: "%" }\nfooter: [Notes]\n';
    const table = 'LA code,LA,Share\nE06000001,Hartlepool,21\nNotes,made up,\nx,y,z\n';

    it('is refused unknown, written once, and understood from then on', async () => {
      const unknown = await desk.refusal(table, { period: '2001' });
      expect(unknown.report.rejected).toMatchObject([{ row: 1, reason: expect.stringContaining('doc/how-to/read-a-new-layout.md') }]);
      const layouts = desk.waymark.get(LayoutsService);
      await expect(layouts.save(VISITOR, { text })).rejects.toMatchObject({ kind: 'forbidden' });
      expect(await layouts.save(IMPORTER, { text })).toEqual({ name: 'own-table', changed: true });
      expect(await layouts.save(IMPORTER, { text })).toEqual({ name: 'own-table', changed: false });
      const [line]: unknown[] = await desk.rows('SELECT event, subject FROM audit_entries ORDER BY position DESC LIMIT 1');
      expect(line).toEqual({ event: 'LAYOUT_SAVED', subject: 'layout:own-table' });
      await expect(desk.load(table)).rejects.toMatchObject({ reasons: [{ code: 'no-period' }] });
      expect(await desk.load(table, { period: '2001-01-01/P1Y' })).toMatchObject({ rowsRead: 1, rowsWithValue: 1 });
      // a second layout of the same header: one of them must be named
      await layouts.save(IMPORTER, { text: text.replace('own-table', 'other-table').replace('smokers', 'engagement') });
      const ambiguous = await desk.refusal(table.replace('21', '22'), { period: '2002' });
      expect(ambiguous.report.rejected[0]?.reason).toBe('more than one layout fits: other-table, own-table; say which with --layout');
      expect(await desk.load(table.replace('21', '22'), { period: '2002', layout: 'own-table' })).toMatchObject({ rowsByMetric: { smokers: 1 } });
      await expect(desk.load(table.replace('21', '23'), { layout: 'nobody' })).rejects.toMatchObject({ reasons: [{ code: 'unknown-layout' }] });
      await expect(layouts.save(IMPORTER, { text: text.replace('own-table', 'ons-current') })).rejects.toMatchObject({ kind: 'invalid' });
    });

    it('is named in the audit by the checksum of its text', async () => {
      const report = await desk.load(table.replace('21', '24'), { period: '2004', layout: 'own-table' });
      const given = await desk.load(table.replace('21', '25'), { period: '2005', layoutText: text });
      for (const { releaseId } of [report, given]) {
        const [line]: { facts: object }[] = await desk.rows(`SELECT facts FROM audit_entries WHERE event = 'OBSERVATIONS_IMPORTED' AND subject = $1`, `release:${releaseId}`);
        expect(line?.facts).toMatchObject({ layout: 'own-table', layoutChecksum: createHash('sha256').update(text).digest('hex') });
      }
    });

    it('stops no import but its own where it can be read no more, and can be removed', async () => {
      await desk.waymark.dataSource.query(`INSERT INTO layouts (name, text, created_at, created_by) VALUES ('of-old', 'name: of-old\nfields: []\n', '2026-01-01', 'test')`);
      expect(await desk.load(`${ONS}\nE92000001,England,Nation,smokers,2006-01-01/P1Y,50,Percentage,%,,,,\n`)).toMatchObject({ rowsRead: 1 });
      expect(await desk.load(table.replace('21', '26'), { period: '2006', layout: 'own-table' })).toMatchObject({ rowsRead: 1 });
      await expect(desk.load(table.replace('21', '27'), { period: '2007', layout: 'of-old' })).rejects.toMatchObject({ kind: 'invalid' });
      const layouts = desk.waymark.get(LayoutsService);
      expect((await layouts.known()).map(({ name }) => name)).not.toContain('of-old');
      await expect(layouts.remove(VISITOR, { name: 'of-old' })).rejects.toMatchObject({ kind: 'forbidden' });
      await layouts.remove(IMPORTER, { name: 'of-old' });
      const [line]: unknown[] = await desk.rows('SELECT event, subject FROM audit_entries ORDER BY position DESC LIMIT 1');
      expect(line).toEqual({ event: 'LAYOUT_REMOVED', subject: 'layout:of-old' });
      await expect(layouts.remove(IMPORTER, { name: 'of-old' })).rejects.toMatchObject({ reasons: [{ code: 'unknown-layout' }] });
      await expect(layouts.remove(IMPORTER, { name: 'ons-current' })).rejects.toMatchObject({ reasons: [{ code: 'unknown-layout' }] });
    });

    it('does not have its period twice', async () => {
      await expect(desk.load(`${ONS}\nE92000001,England,Nation,smokers,2003-01-01/P1Y,50,Percentage,%,,,,\n`, { period: '2003' })).rejects.toMatchObject({ reasons: [{ code: 'period-twice' }] });
    });
  });
});
