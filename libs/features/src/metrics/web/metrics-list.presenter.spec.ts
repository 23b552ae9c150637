import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { type Metric } from '../metric.entity.js';
import { type MetricStanding } from '../metric-standing.queries.js';
import { metricsListPage } from './metrics-list.presenter.js';

const METRIC = { id: 1, slug: 'pay', name: 'Pay', unit: '£', direction: 'higher-is-better', proxyFor: null, partOf: null, exploratory: false, source: { publisher: 'ONS' } } as unknown as Metric;
const NOTHING: MetricStanding = { latest: null, levels: [], releases: 0, openWarnings: 0 };

describe('metricsListPage', () => {
  it('puts headline metrics first, with their parts and stand-ins, and says which are proxies', () => {
    const metrics = [METRIC, { ...METRIC, slug: 'b', name: 'B', partOf: 'jobs', exploratory: true }, { ...METRIC, slug: 'c', name: 'C', proxyFor: 'jobs' }];
    const page = metricsListPage(metrics, { headline: new Set(['jobs']), standingOf: () => NOTHING, today: '2026-11-23' });
    expect(page.groups.map(({ id, rows }) => [id, rows.map(({ name, marks }) => [name, ...marks])])).toEqual([
      ['headline', [['B', 'Exploratory'], ['C', 'Proxy']]],
      ['other', [['Pay']]],
    ]);
  });

  it('says how old the newest figure is, and where there is none', () => {
    const standingOf = (id: number): MetricStanding => ({ ...NOTHING, latest: id === 1 ? (parsePeriod('2024') ?? null) : null });
    const page = metricsListPage([METRIC, { ...METRIC, id: 2, name: 'Rent' }], { headline: new Set(), standingOf, today: '2026-11-23' });
    expect(page.groups[0]?.rows.map(({ latest }) => latest)).toEqual([{ period: '2024', age: '22 months ago' }, undefined]);
  });
});
