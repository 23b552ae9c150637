import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Metric } from '#features/metrics/metric.entity.js';
import { ObservationsQueries } from '#features/observations/observations.queries.js';
import { PublishedObservationsModule } from '#features/observations/published-observations.module.js';
import { PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { CHECK_PLAUSIBILITY } from '#features/releases/check-plausibility.job.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { type ChangedCell, RevisionsQueries } from '#features/releases/revisions.queries.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type ReleaseToSave, saveMetric, saveRelease } from '../factories/release.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const A = 'E06000001';
const B = 'E06000002';
const YEAR_1 = '2020-01-01/P1Y';
const YEAR_2 = '2021-01-01/P1Y';

const january: ReleaseToSave = { publishedAt: '2026-01-15T09:30:00Z', cells: [[A, YEAR_1, 10], [A, YEAR_2, 20, 'p'], [B, YEAR_1, 30]] };
const february: ReleaseToSave = { publishedAt: '2026-02-15T09:30:00Z', cells: [[A, YEAR_2, 21], [B, YEAR_2, 40]] };

describe('releases', () => {
  let waymark: TestApplication;
  let metrics = 0;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [JobsModule, PublishedObservationsModule] });
    waymark.clock.set('2026-06-01T09:00:00Z');
  }, 60_000);
  afterAll(() => waymark.close());

  const loaded = async (...releases: readonly ReleaseToSave[]): Promise<{ metric: Metric; ids: number[] }> => {
    const metric = await saveMetric(waymark.dataSource, { slug: `metric-${++metrics}`, indicators: [`Metric ${metrics}`] });
    const ids: number[] = [];
    for (const release of releases) {
      const { id } = await saveRelease(waymark.dataSource, metric, release);
      ids.push(id);
      const move = { actor: 'command:test', event: 'TEST', subject: `release:${id}` };
      await waymark.get(UnitOfWork).run(move, (tx) => tx.enqueue(CHECK_PLAUSIBILITY, { releaseId: id }));
      await waymark.runJobs();
    }
    return { metric, ids };
  };
  /** What counts at an instant, read by judging and by pages, as `<area>/<first day> <value>`. */
  const counting = async (metric: Metric, at = '2026-06-01T09:00:00Z'): Promise<string[]> => {
    const judged: string[] = [];
    for (const areaCode of [A, B]) {
      const points = await waymark.get(ObservationsQueries).series({ metricId: metric.id, areaCode, at: new Date(at) });
      judged.push(...points.map(({ period, value, provisional }) => `${areaCode}/${period.start} ${value}${provisional ? 'p' : ''}`));
    }
    const before = waymark.clock.now();
    waymark.clock.set(at);
    const cells = await waymark.get(PublishedObservationsQueries).page({ metricId: metric.id }, undefined, 1000);
    const series = await waymark.get(PublishedObservationsQueries).series([A, B].map((areaCode) => ({ metricId: metric.id, areaCode })));
    waymark.clock.set(before.toISOString());
    const shown = cells.flatMap(({ area, period, value, status }) => (value === null ? [] : [`${area.code}/${period.start} ${value}${status ?? ''}`]));
    const drawn = [...series].flatMap(([name, { points }]) => points.map(({ period, value }) => `${name.split('/')[1]}/${period.start} ${value}`));
    expect(shown.map((text) => text.replace(/[a-z]$/, ''))).toEqual(drawn);
    expect(shown).toEqual(judged);
    return shown;
  };

  const OLD = [`${A}/2020-01-01 10`, `${A}/2021-01-01 20p`, `${B}/2020-01-01 30`];

  it.each<[string, readonly ReleaseToSave[], string[]]>([
    ['one release', [january], OLD],
    ['a later one, cell by cell, and provisional becomes final', [january, february], [`${A}/2020-01-01 10`, `${A}/2021-01-01 21`, `${B}/2020-01-01 30`, `${B}/2021-01-01 40`]],
    ['the later one loaded first', [february, january], [`${A}/2020-01-01 10`, `${A}/2021-01-01 21`, `${B}/2020-01-01 30`, `${B}/2021-01-01 40`]],
    ['a whole series, which withdraws what it does not have', [january, { ...february, wholeSeries: true }], [`${A}/2021-01-01 21`, `${B}/2021-01-01 40`]],
    ['a whole series, loaded before the one that it replaces', [{ ...february, wholeSeries: true }, january], [`${A}/2021-01-01 21`, `${B}/2021-01-01 40`]],
    ['a new series, which earlier releases do not belong to', [january, { ...february, startsNewSeries: true }], [`${A}/2021-01-01 21`, `${B}/2021-01-01 40`]],
    ['a blank that replaces a value', [january, { ...february, cells: [[A, YEAR_1, null, 'c']] }], [`${A}/2021-01-01 20p`, `${B}/2020-01-01 30`]],
    ['a value that replaces a blank', [{ ...january, cells: [[A, YEAR_1, null, 'x']] }, { ...february, cells: [[A, YEAR_1, 11]] }], [`${A}/2020-01-01 11`]],
    [
      // public R&D, 27 October and 2 November 2023: the year 2021-22 had been 2020-21 all along
      'a relabelled year, as a whole series',
      [{ ...january, cells: [[A, '2021-04-01/P1Y', 13447]] }, { ...february, wholeSeries: true, cells: [[A, '2020-04-01/P1Y', 13447]] }],
      [`${A}/2020-04-01 13447`],
    ],
    ['two of the same instant: the one loaded last', [january, { ...january, cells: [[A, YEAR_1, 12]] }], [`${A}/2020-01-01 12`, `${A}/2021-01-01 20p`, `${B}/2020-01-01 30`]],
    ['one that nobody has dated, by its loading', [february, { publishedAt: null, importedAt: '2026-01-01T00:00:00Z', cells: [[A, YEAR_2, 99], [A, YEAR_1, 98]] }], [`${A}/2020-01-01 98`, `${A}/2021-01-01 21`, `${B}/2021-01-01 40`]],
    ['a whole series, and a correction of one cell after it', [january, { ...february, wholeSeries: true }, { publishedAt: '2026-03-01T09:30:00Z', cells: [[B, YEAR_2, 41]] }], [`${A}/2021-01-01 21`, `${B}/2021-01-01 41`]],
  ])('count: %s', async (_, releases, expected) => {
    const { metric } = await loaded(...releases);
    expect(await counting(metric)).toEqual(expected);
  });

  it('count as of any instant', async () => {
    const { metric } = await loaded({ ...february, wholeSeries: true }, january);
    expect(await counting(metric, '2026-01-15T09:29:59Z')).toEqual([]);
    expect(await counting(metric, '2026-01-15T09:30:00Z')).toEqual(OLD);
    expect(await counting(metric, '2026-02-15T09:29:59.999Z')).toEqual(OLD);
    expect(await counting(metric, '2026-02-15T09:30:00Z')).toEqual([`${A}/2021-01-01 21`, `${B}/2021-01-01 40`]);
  });

  it('judges no day of the future by a release under embargo', async () => {
    const { metric } = await loaded(january, { ...february, publishedAt: '2026-07-01T08:30:00Z' });
    const points = await waymark.get(ObservationsQueries).series({ metricId: metric.id, areaCode: A, at: new Date('2026-12-31T23:59:59Z'), undated: true });
    expect(points.map(({ value }) => value)).toEqual([10, 20]);
  });

  describe('and what they changed', () => {
    const changesOf = async (metric: Metric, releaseId: number): Promise<string[]> => {
      const cells: ChangedCell[] = [];
      for await (const batch of waymark.get(RevisionsQueries).batches({ metricId: metric.id, releaseId })) cells.push(...batch);
      return cells.map(({ area, start, kind, before, after, relative }) => `${area.code}/${start} ${kind} ${before} → ${after}${relative === null ? '' : ` ${(relative * 100).toFixed(1)}%`}`);
    };

    it('is nothing for the first', async () => {
      const { metric } = await loaded(january);
      const [release] = await waymark.get(ReleasesQueries).ofMetric(metric.id);
      expect(release).toMatchObject({ rows: 3, provisional: 1, wholeSeries: false, startsNewSeries: false, revision: null, knownAt: new Date('2026-01-15T09:30:00Z') });
    });

    it.each<[string, ReleaseToSave, object, string[]]>([
      [
        'of cells that it has', february,
        { moved: 1, added: 1, withdrawn: 0, unchanged: 0, becameFinal: 1, provisional: 0, largestMove: 1, medianMove: 1 },
        [`${A}/2021-01-01 moved 20 → 21 5.0%`, `${B}/2021-01-01 added null → 40`],
      ],
      [
        'of a whole series', { ...february, wholeSeries: true },
        { moved: 1, added: 1, withdrawn: 2, unchanged: 0, becameFinal: 1, largestMove: 1 },
        [`${A}/2020-01-01 withdrawn 10 → null`, `${A}/2021-01-01 moved 20 → 21 5.0%`, `${B}/2020-01-01 withdrawn 30 → null`, `${B}/2021-01-01 added null → 40`],
      ],
      [
        'of blanks, and of what moved by the noise of binary fractions only', { ...february, cells: [[A, YEAR_1, null, 'c'], [A, YEAR_2, 20.000000000000004], [B, YEAR_1, 30]] },
        { moved: 0, added: 0, withdrawn: 1, unchanged: 2, becameFinal: 1, largestMove: null, medianMove: null },
        [`${A}/2020-01-01 withdrawn 10 → null`],
      ],
      // moves of 10, 5 and 1: median 5
      [
        'of several moves', { ...february, cells: [[A, YEAR_1, 20], [A, YEAR_2, 15, 'p'], [B, YEAR_1, 31]] },
        { moved: 3, added: 0, withdrawn: 0, unchanged: 0, becameFinal: 0, provisional: 1, largestMove: 10, medianMove: 5 },
        [`${A}/2020-01-01 moved 10 → 20 100.0%`, `${A}/2021-01-01 moved 20 → 15 -25.0%`, `${B}/2020-01-01 moved 30 → 31 3.3%`],
      ],
    ])('is counted and listed, %s', async (_, second, counts, listed) => {
      for (const order of [[january, second], [second, january]]) {
        const { metric, ids } = await loaded(...order);
        const id = ids[order.indexOf(second)] ?? 0;
        const [revision] = await waymark.get(RevisionsQueries).of(id);
        expect(revision?.counts).toMatchObject(counts);
        expect(revision?.largest.length).toBe(Math.min(5, revision?.counts.moved ?? 0));
        expect(await changesOf(metric, id)).toEqual(listed);
        const [newest] = await waymark.get(ReleasesQueries).ofMetric(metric.id);
        expect(newest).toMatchObject({ id, revision: { moved: revision?.counts.moved, largestMove: revision?.counts.largestMove } });
      }
    });

    it('is not compared over the start of a new series, and anew after it', async () => {
      const { metric, ids } = await loaded(january, { ...february, startsNewSeries: true }, { publishedAt: '2026-03-01T09:30:00Z', cells: [[A, YEAR_1, 7], [A, YEAR_2, 22]] });
      const all = await waymark.get(ReleasesQueries).ofMetric(metric.id);
      expect(all.map(({ id, startsNewSeries }) => [id, startsNewSeries])).toEqual([[ids[2], false], [ids[1], true], [ids[0], false]]);
      expect(all.map(({ revision }) => revision)).toEqual([{ moved: 1, added: 1, withdrawn: 0, largestMove: 1 }, null, null]);
    });

    it('comes in pages', async () => {
      const { metric, ids } = await loaded(january, { ...february, wholeSeries: true });
      const queries = waymark.get(RevisionsQueries);
      const of = { metricId: metric.id, releaseId: ids[1] ?? 0 };
      const all = await queries.changedCells(of, undefined, 10);
      const [first, second] = [await queries.changedCells(of, undefined, 2), await queries.changedCells(of, [all[1]?.area.id ?? 0, all[1]?.start ?? '', 12], 2)];
      expect([...first, ...second]).toEqual(all);
      expect(all).toHaveLength(4);
    });

    it('comes in batches of whole areas, so that each figure is looked at once', async () => {
      const months = Array.from({ length: 1400 }, (_, month) => `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01/P1M`);
      const codes = [A, B, 'E06000003', 'E06000004'];
      const cells = (value: number) => codes.flatMap((code) => months.map((month) => [code, month, value] as const));
      const { metric, ids } = await loaded({ publishedAt: '2026-01-15T09:30:00Z', cells: cells(1) }, { publishedAt: '2026-02-15T09:30:00Z', cells: cells(2) });
      const batches: ChangedCell[][] = [];
      for await (const batch of waymark.get(RevisionsQueries).batches({ metricId: metric.id, releaseId: ids[1] ?? 0 })) batches.push(batch);
      const inEach = batches.map((batch) => [...new Set(batch.map(({ area }) => area.code))]);
      expect(batches.flat().map(({ area, start }) => `${area.code} ${start}`)).toEqual(codes.flatMap((code) => months.map((month) => `${code} ${month.slice(0, 10)}`)));
      // 2,800 cells an area with those before them, 5,000 a batch
      expect(inEach).toEqual([[A], [B, 'E06000003'], ['E06000004']]);
    });
  });
});
