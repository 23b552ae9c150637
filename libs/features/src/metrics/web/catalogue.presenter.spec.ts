import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { type Metric } from '../metric.entity.js';
import { type MetricStanding } from '../metric-standing.queries.js';
import { CATALOGUE_TABLE, catalogueRow } from './catalogue-csv.js';
import { catalogueMetricPage, cataloguePage } from './catalogue.presenter.js';

const METRIC = {
  id: 1, slug: 'ks2', name: 'Pupils', indicators: ['Pupils at the standard', 'KS2'], unit: '%', measure: 'Percentage', direction: 'higher-is-better', decimals: 0, roundingUnit: 1,
  basis: 'not-money', place: 'residence', geography: 'ltla', source: { publisher: 'DfE', title: 'KS2', licence: 'OGL' }, caveat: null, proxyFor: null, proxyNote: null, partOf: null,
  exploratory: false, yearKind: 'school', snapshotMonth: null, combines: 'average', placeControl: 'shared', placeControlNote: null, method: null,
  accreditation: 'official-statistics', seriesBreaks: [{ from: '2015-09-01/P1Y', what: 'new test' }], countBehind: { kind: 'binomial', n: 600000, area: 'E92000001' },
} as unknown as Metric;
const STANDING: MetricStanding = { latest: parsePeriod('2024-09-01/P1Y') ?? null, levels: [{ level: 'nation', areas: 1 }, { level: 'region', areas: 9 }], releases: 2, openWarnings: 1200 };
const NOTHING: MetricStanding = { latest: null, levels: [], releases: 0, openWarnings: 0 };

describe('cataloguePage', () => {
  it('says what each metric means and what there is of it', () => {
    const page = cataloguePage([METRIC, { ...METRIC, id: 2, combines: null, accreditation: null }], (id) => (id === 1 ? STANDING : NOTHING), '2026-11-23');
    expect(page.summary).toBe('2 metrics, 1 of them without figures, 1 with figures that look unlikely and that nobody has confirmed.');
    expect(page.columns.map(({ text }) => text)).toEqual(['Metric', 'Months since', 'Open warnings', 'Latest figure', 'Areas with figures', 'Releases', 'Unit', 'Better', 'A year means']);
    expect(page.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['14', '1,200', 'school year 2024/25', 'Nations: 1; Regions of England: 9', '2', '%', 'Higher is better', 'School year, September to August'],
      ['', '0', 'None', 'None', '0', '%', 'Higher is better', 'School year, September to August'],
    ]);
    expect(page.columns.slice(1).map(({ numeric }) => numeric)).toEqual(page.rows[0]?.cells.map(({ numeric }) => numeric));
  });
});

describe('catalogueMetricPage', () => {
  it('has every field that is set', () => {
    const page = catalogueMetricPage({ metric: METRIC, standing: STANDING, releases: [], undated: new Set<number>(), today: '2026-11-23' });
    expect([page.title, page.heading]).toEqual(['Pupils – catalogue', 'Pupils']);
    const textOf = (name: string): string | undefined => page.about.find(({ key }) => key === name)?.text;
    expect([textOf('Called in files'), textOf('Count behind the figures'), textOf('Breaks in the series'), textOf('Control by the council'), textOf('Exploratory'), textOf('Proxy for'), textOf('Finest level')]).toEqual([
      'Pupils at the standard; KS2', 'Binomial, 600,000, for E92000001 alone', 'From 2015-09-01/P1Y: new test', 'A place’s own council shares control of it with others', 'No', undefined, 'Districts and single-tier authorities',
    ]);
    expect(page.standing.map(({ text }) => text)).toEqual(['school year 2024/25', '14', '2', 'Nations: 1; Regions of England: 9', '1,200']);
  });
});

describe('catalogueRow', () => {
  it('fills the columns in their order, and leaves empty what is not known', () => {
    const rowOf = (metric: Metric, standing: MetricStanding): Record<string, unknown> => {
      const row = catalogueRow(metric, standing, '2026-11-23');
      return Object.fromEntries(CATALOGUE_TABLE.map(({ name }, index) => [name, row[index]]));
    };
    expect(catalogueRow(METRIC, STANDING, '2026-11-23')).toHaveLength(CATALOGUE_TABLE.length);
    expect(rowOf(METRIC, STANDING)).toMatchObject({ slug: 'ks2', method: 'interim-path', exploratory: 'false', latest_period_end: '2025-08-31', months_since: 14, areas: 10, open_warnings: 1200 });
    expect(rowOf(METRIC, NOTHING)).toMatchObject({ latest_period_start: null, months_since: null, areas: 0 });
  });
});
