import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Area } from '#features/areas/area.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { TargetFiguresQueries, type TargetOfFigures } from '#features/missions/target-figures.queries.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { Observation } from '#features/observations/observation.entity.js';
import { ReleaseMetric } from '#features/releases/release-metric.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';

type Cells = Record<string, Record<number, number | null>>;

describe('the figures of targets', () => {
  let waymark: TestApplication;
  let releases = 0;
  const metrics: Record<string, Metric> = {};

  beforeAll(async () => {
    waymark = await startTestApplication();
    await waymark.dataSource.getRepository(Area).insert([
      ['K02000001', 'United Kingdom', 'country', null, []],
      ['E12000001', 'North East', 'region', 'England', []],
      ['E12000002', 'North West', 'region', 'England', []],
      ['E12000007', 'London', 'region', 'England', []],
      ['E08000016', 'Barnsley', 'unitary', 'England', ['E08000038']],
      ['E08000038', 'Barnsley', 'unitary', 'England', []],
      ['W06000015', 'Cardiff', 'unitary', 'Wales', []],
    ].map(([code, name, level, country, successors]) => ({ code, name, level, country, successors, confirmed: true }) as Area));
    for (const [slug, basis] of [['public-rd', 'nominal'], ['business-rd', 'nominal'], ['pay', 'nominal'], ['population', 'not-money'], ['gdp-deflator', 'not-money']] as const) {
      metrics[slug] = await waymark.dataSource.getRepository(Metric).save(metricNamed(slug, basis));
    }
  });
  afterAll(() => waymark.close());

  const publish = async (slug: string, cells: Cells, day: string): Promise<void> => {
    const { id: metricId = 0 } = metrics[slug] ?? {};
    const areas = new Map((await waymark.dataSource.getRepository(Area).find()).map(({ code, id }) => [code, id]));
    const release = await waymark.dataSource.getRepository(Release).save({
      checksum: String(++releases), fileName: 'f.csv', publisher: 'ONS', publishedOn: day, publishedAt: new Date(`${day}T09:30:00Z`), importedAt: new Date(`${day}T09:30:00Z`),
      importedBy: 'test', rowsRead: 0, rowsWithValue: 0, rowsMissing: 0, unconfirmedAreas: [],
    });
    const rows = Object.entries(cells).flatMap(([code, years]) =>
      Object.entries(years).map(([year, value]) => ({ metricId, areaId: areas.get(code) ?? 0, periodStart: `${year}-01-01`, periodMonths: 12, releaseId: release.id, value })),
    );
    await waymark.dataSource.getRepository(Observation).insert(rows);
    await waymark.dataSource.getRepository(ReleaseMetric).insert({ metricId, releaseId: release.id, rows: rows.length });
  };
  const target = (slug: string, asked: Partial<TargetOfFigures>): TargetOfFigures =>
    ({ metricId: metrics[slug]?.id ?? null, metric: metrics[slug] ?? null, areas: { one: 'K02000001' }, rule: { kind: 'direction' }, ...asked }) as TargetOfFigures;
  const figuresOf = async (asked: TargetOfFigures): Promise<Awaited<ReturnType<TargetFiguresQueries['of']>>> => waymark.get(TargetFiguresQueries).of(asked);
  const values = (series: readonly { period: { label: string }; value: number }[] | undefined): unknown[] => (series ?? []).map(({ period, value }) => [period.label, value]);

  it('adds up areas, where every one of them has its figure', async () => {
    await publish('public-rd', { E12000001: { 2020: 10, 2021: 12 }, E12000002: { 2020: 20, 2021: null }, E12000007: { 2020: 99 } }, '2024-06-01');
    const asked = target('public-rd', { areas: { sum: ['E12000001', 'E12000002'], name: 'The North' } });
    const { series } = await figuresOf(asked);
    expect(values(series)).toEqual([['2020', 30]]);
    expect(series[0]?.parts).toHaveLength(2);
  });

  it('reads the denominator of a ratio, for a sum of areas too, and the comparator', async () => {
    await publish('business-rd', { E12000001: { 2020: 5 }, E12000002: { 2020: 10 } }, '2024-06-02');
    const ratio = target('business-rd', { areas: { sum: ['E12000001', 'E12000002'], name: 'The North' }, rule: { kind: 'ratio', value: 2, denominator: 'public-rd' } });
    const found = await figuresOf(ratio);
    expect([values(found.series), found.second?.name, values(found.second?.series)]).toEqual([[['2020', 15]], 'public-rd', [['2020', 30]]]);
    const closer = target('business-rd', { areas: { one: 'E12000001' }, rule: { kind: 'closer-to-comparator', comparator: 'E12000002' } });
    const compared = await figuresOf(closer);
    expect([values(compared.series), compared.second?.name, values(compared.second?.series)]).toEqual([[['2020', 5]], 'North West', [['2020', 10]]]);
  });

  it('counts an authority once, under the code that has figures, with the people who live there', async () => {
    await publish('pay', { E08000016: { 2020: 500 }, E08000038: { 2020: 500 }, W06000015: { 2020: 510 } }, '2024-06-03');
    await publish('population', { E08000038: { 2022: 244_600, 2021: 1 }, W06000015: { 2021: 362_400 } }, '2024-06-03');
    const { areas } = await figuresOf(target('pay', { areas: { every: ['ltla'], expected: 2 }, rule: { kind: 'every-area', change: 'better' } }));
    expect(areas.map(({ code, people }) => [code, people])).toEqual([['E08000038', 244_600], ['W06000015', 362_400]]);
    const england = await figuresOf(target('pay', { areas: { every: ['ltla'], expected: 1, country: 'England' }, rule: { kind: 'every-area', change: 'better' } }));
    expect(england.areas.map(({ code }) => code)).toEqual(['E08000038']);
  });

  it('hands over prices where they are loaded, and how far figures without an interval were revised', async () => {
    const before = await figuresOf(target('pay', { areas: { one: 'W06000015' } }));
    expect([before.deflator, before.pastRevisions]).toEqual([undefined, undefined]);
    await publish('gdp-deflator', { K02000001: { 2020: 100, 2021: 102 } }, '2024-06-04');
    await publish('pay', { W06000015: { 2020: 512, 2021: 530 } }, '2024-06-05');
    await publish('pay', { W06000015: { 2020: 513 } }, '2024-06-06');
    const after = await figuresOf(target('pay', { areas: { one: 'W06000015' } }));
    // 510 at first, 513 at last; 2021 was published once
    expect([values(after.deflator), after.pastRevisions]).toEqual([[['2020', 100], ['2021', 102]], [3]]);
    const judged = targetToJudge({ ...target('pay', {}), areas: { one: 'W06000015' }, baseline: null, decides: null, milestones: [], notComparable: null }, after);
    expect(judged.money).toMatchObject({ basis: 'nominal', deflator: [{ value: 100 }, { value: 102 }] });
  });

  it('asks once a metric, however many targets it has', async () => {
    const queries = waymark.get(TargetFiguresQueries);
    const every = target('pay', { areas: { every: ['ltla'], expected: 2 }, rule: { kind: 'every-area', change: 'better' } });
    const few = await statementsOf(() => queries.ofAll([every]));
    const many = await statementsOf(() => queries.ofAll(Array.from({ length: 20 }, () => every)));
    expect(many.statements).toEqual(few.statements);
  });
});

function metricNamed(slug: string, basis: Metric['basis']): Partial<Metric> {
  return {
    slug, name: slug, indicators: [slug], unit: '£', measure: 'Pounds', direction: 'higher-is-better', decimals: 0, roundingUnit: 1, basis, place: 'not-applicable',
    geography: 'ltla', source: { publisher: 'ONS', title: slug, licence: 'OGL' }, caveat: null, proxyFor: null, proxyNote: null, partOf: null, exploratory: false, countBehind: null,
  };
}
