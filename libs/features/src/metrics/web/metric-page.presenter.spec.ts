import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { type PublishedObservation } from '#features/observations/published-observations.queries.js';
import { type Metric } from '../metric.entity.js';
import { metricCharts, metricPage } from './metric-page.presenter.js';
import { metricsListPage } from './metrics-list.presenter.js';

const METRIC = {
  slug: 'pay', name: 'Pay', unit: '£', decimals: 1, direction: 'higher-is-better', basis: 'nominal', place: 'residence', caveat: null, proxyFor: null,
  proxyNote: null, partOf: null, exploratory: false, source: { publisher: 'ONS', title: 'ASHE', licence: 'OGL v3.0' },
} as Metric;

const NAMES: Record<string, string> = { K02000001: 'United Kingdom', E92000001: 'England', W92000004: 'Wales' };

function cell(code: string, year: number, value: number | null, interval?: [number, number]): PublishedObservation {
  const period = parsePeriod(String(year));
  if (!period) throw new Error('no period');
  const [lower = null, upper = null] = interval ?? [];
  return { area: { id: 1, code, name: NAMES[code] ?? '', level: 'nation' }, period, value, lower, upper, status: null, note: null, release: { id: 1, publisher: 'ONS', publishedOn: null } };
}

describe('metricCharts', () => {
  it('draws the country alone and the nations side by side, blanks left out and said in the table', () => {
    const cells = [cell('K02000001', 2020, 10), cell('E92000001', 2021, 12, [11, 13]), cell('E92000001', 2020, 11), cell('W92000004', 2020, 9), cell('W92000004', 2021, null)];
    const [country, nations] = metricCharts(METRIC, cells);
    expect(country?.chart.title).toBe('United Kingdom £10.0 in 2020');
    expect(nations?.chart.title).toBe('England £12.0 (2021), Wales £9.0 (2020)');
    expect(nations?.chart.series.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([['England', [11, 12]], ['Wales', [9]]]);
    expect(nations?.table.rows.map(({ heading, cells: texts }) => [heading, ...texts.map(({ text }) => text)])).toEqual([
      ['2020', '£11.0', '£9.0'],
      ['2021', '£12.0', 'not published'],
    ]);
    expect([country?.notes, nations?.notes.join()]).toEqual([['The producer publishes no interval for these figures.'], expect.stringContaining('95% interval')]);
  });

  it('draws a lone nation where nothing wider is published, and nothing where nothing is', () => {
    expect(metricCharts(METRIC, [cell('E92000001', 2020, 11)]).map(({ id, chart }) => [id, chart.subtitle])).toEqual([['country', 'Pay, England, 2020']]);
    expect(metricCharts(METRIC, [])).toEqual([]);
  });
});

describe('metricPage', () => {
  it('leaves out what does not apply, and says what it stands for', () => {
    const page = metricPage({ ...METRIC, basis: 'not-money', place: 'not-applicable', proxyNote: 'It counts people.' }, [], { proxyFor: 'Jobs' }, false);
    expect(page.facts.map(({ key }) => key)).toEqual(['Unit', 'Direction', 'Source', 'Licence']);
    expect(page.remarks).toEqual(['It stands for another metric, “Jobs”, which has no figures. It counts people.']);
    expect([page.noFigures, page.targets.empty]).toEqual(['No figures for the United Kingdom or its nations have been loaded.', 'No target uses it.']);
  });
});

describe('metricsListPage', () => {
  it('puts headline metrics first, with their parts and stand-ins', () => {
    const metrics = [METRIC, { ...METRIC, slug: 'b', name: 'B', partOf: 'jobs' }, { ...METRIC, slug: 'c', name: 'C', proxyFor: 'jobs' }];
    const page = metricsListPage(metrics, new Set(['jobs']));
    expect(page.groups.map(({ id, rows }) => [id, rows.map(({ name }) => name)])).toEqual([['headline', ['B', 'C']], ['other', ['Pay']]]);
  });
});
