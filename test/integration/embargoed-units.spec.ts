import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { ImportDesk, IMPORTER, metricOf, ONS } from '../support/import-desk.js';

const FIRST_START_MS = 60_000;
const HOUR = '2026-07-10T08:30:00Z';

describe('a confirmed change of unit', () => {
  let desk: ImportDesk;

  beforeAll(async () => {
    desk = await ImportDesk.open([metricOf('later'), metricOf('catalogued')]);
  }, FIRST_START_MS);
  afterAll(() => desk.close());

  const row = (slug: string, year: number, unit: string): string => `${ONS}\nE92000001,England,Nation,${slug},${year}-01-01/P1Y,50,Percentage,${unit},,,,\n`;
  const unitOf = async (slug: string): Promise<string | undefined> => (await desk.waymark.get(MetricsQueries).bySlug(slug))?.unit;
  const confirm = { unit: 'The department publishes a rate now' };

  describe('of a file under embargo', () => {
    it('is not told before its hour', async () => {
      await desk.load(row('later', 2019, '%'), { publishedOn: '2025-01-01' });
      await desk.load(row('later', 2020, 'Rate'), { confirm, publishedAt: '2026-07-10T09:30' });
      await desk.waymark.runJobs();
      expect(await unitOf('later')).toBe('%');
    });

    it('holds for files of its hour and after, and not for those before it', async () => {
      expect(await desk.load(row('later', 2018, '%'), { publishedAt: '2026-07-09' })).toMatchObject({ contradictions: [] });
      const early = await desk.refusal(row('later', 2021, 'Rate'), { publishedAt: '2026-07-09' });
      expect(early.report.contradictions).toMatchObject([{ was: '%', now: 'Rate', confirmed: false }]);
      expect(await desk.load(row('later', 2021, 'Rate'), { publishedAt: '2026-07-11' })).toMatchObject({ rowsRead: 1, contradictions: [] });
      const late = await desk.refusal(row('later', 2022, '%'), { publishedAt: '2026-07-11' });
      expect(late.report.contradictions).toMatchObject([{ was: 'Rate', now: '%', confirmed: false }]);
      expect(await desk.load(row('later', 2022, '%'), { publishedAt: '2026-07-11', dryRun: true })).toMatchObject({ contradictions: [{ was: 'Rate', now: '%' }] });
    });

    it('is made at its hour', async () => {
      desk.waymark.clock.set(HOUR);
      await desk.waymark.runJobs();
      expect(await unitOf('later')).toBe('Rate');
    });
  });

  describe('and the catalogue', () => {
    const entry = (more: Record<string, unknown>): string => JSON.stringify({ metrics: [metricOf('catalogued', more)] });
    const imported = (more: Record<string, unknown>): Promise<unknown> => desk.waymark.get(MetricsService).importCatalogue(IMPORTER, { fileName: 'own.yml', text: entry(more) });

    it('lets a metric without figures be mended', async () => {
      expect(await imported({ unit: 'per cent' })).toMatchObject({ updated: 1 });
      expect(await imported({})).toMatchObject({ updated: 1 });
    });

    it.each([
      [{ unit: '£' }, 'line 1: catalogued has figures, and its unit is “%”: a change of it is confirmed with the file that brings it'],
      [{ measure: 'Mean' }, 'line 1: catalogued has figures, and its measure is “Percentage”: a change of it is confirmed with the file that brings it'],
      [{ direction: 'lower-is-better' }, 'line 1: catalogued has figures, and its direction is “higher is better”: a change of it is confirmed with the file that brings it'],
    ])('refuses %j for one with figures', async (more, message) => {
      await desk.load(row('catalogued', 2019, '%'), { publishedOn: '2025-01-01' });
      await expect(imported(more)).rejects.toMatchObject({ reasons: [{ code: 'metric-has-figures', message }] });
    });

    it('may say what is confirmed, and takes it back no more', async () => {
      await desk.load(row('catalogued', 2020, 'Rate'), { confirm, publishedOn: '2026-01-01' });
      expect(await unitOf('catalogued')).toBe('Rate');
      expect(await imported({ unit: 'Rate' })).toMatchObject({ changed: false });
      await expect(imported({})).rejects.toMatchObject({ reasons: [{ code: 'metric-has-figures' }] });
      expect(await unitOf('catalogued')).toBe('Rate');
    });

    it('may turn a direction as a confirmed file has it', async () => {
      const sixteen = 'AREACD,AREANM,Geography,Variable Name,Indicator,Mission,Category,Period,Value,Measure,Unit,Lower Confidence Interval (95%),Upper Confidence Interval (95%),Observation Status,Polarity,Notes';
      await desk.load(`${sixteen}\nE92000001,England,Nation,,catalogued,,,2021,50,Percentage,Rate,na,na,,-1,\n`, { confirm: { direction: 'Wrong in the file' }, publishedOn: '2026-02-01' });
      expect(await imported({ unit: 'Rate', direction: 'lower-is-better' })).toMatchObject({ updated: 1 });
    });
  });
});
