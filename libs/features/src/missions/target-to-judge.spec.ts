import { describe, expect, it } from '@jest/globals';
import { type Metric } from '#features/metrics/metric.entity.js';
import { type JudgedTarget, targetToJudge } from './target-to-judge.js';

const metric: Metric = {
  id: 1,
  slug: 'homicide',
  name: 'Homicide',
  indicators: [],
  unit: 'Rate per 1,000,000 population',
  measure: '',
  direction: 'lower-is-better',
  decimals: 1,
  roundingUnit: 0.1,
  basis: 'not-money',
  place: 'not-applicable',
  geography: 'region',
  source: { publisher: '', title: '', licence: '' },
  caveat: null,
  proxyFor: null,
  proxyNote: null,
  partOf: null,
  exploratory: false,
  yearKind: 'calendar', snapshotMonth: null, combines: null, placeControl: null, placeControlNote: null, method: null, accreditation: null, seriesBreaks: [], countBehind: null,
};
const target: JudgedTarget = {
  metric,
  rule: { kind: 'direction' },
  areas: { one: 'K04000001' },
  baseline: { period: '2017-04-01/P3Y', reason: '' },
  decides: { period: '2027-04-01/P3Y', releaseExpected: '2031-02-28' },
  milestones: [],
  notComparable: null,
};
const none = { series: [], areas: [] };

describe('targetToJudge', () => {
  it('takes direction, unit and periods from the rows', () => {
    expect(targetToJudge(target, { ...none, areaName: 'England and Wales' }, 'off-track')).toEqual({
      direction: -1,
      rule: { kind: 'direction' },
      baseline: { periodKey: '2017-04-01/P3Y' },
      decides: { periodKey: '2027-04-01/P3Y', releaseExpected: '2031-02-28' },
      milestones: [],
      series: [],
      unit: 'Rate per 1,000,000 population',
      decimals: 1,
      roundingUnit: 0.1,
      metricName: 'Homicide',
      areaName: 'England and Wales',
      shockYears: [2020, 2021],
      previousVerdict: 'off-track',
    });
  });

  it.each<[string, Metric['countBehind'], JudgedTarget['areas'], unknown]>([
    ['events of its own area', { kind: 'poisson', n: 1700, area: 'K04000001' }, { one: 'K04000001' }, { kind: 'poisson', events: 1700 }],
    ['events of another area', { kind: 'poisson', n: 1700, area: 'K04000001' }, { one: 'E12000001' }, undefined],
    ['events of one area, over all', { kind: 'poisson', n: 1700, area: 'K04000001' }, { every: ['ltla'], expected: 1 }, undefined],
    ['events of nobody knows which', { kind: 'poisson', n: 1700 }, { one: 'K04000001' }, undefined],
    ['people asked, anywhere', { kind: 'binomial', n: 650_000 }, { one: 'E92000001' }, { kind: 'binomial', n: 650_000 }],
    ['people asked, elsewhere', { kind: 'binomial', n: 650_000, area: 'K02000001' }, { one: 'E92000001' }, undefined],
  ])('gives %s', (_, countBehind, areas, expected) => {
    expect(targetToJudge({ ...target, metric: { ...metric, countBehind }, areas }, none).countBehind).toEqual(expected);
  });

  it.each<[JudgedTarget['areas'], string, number | undefined]>([
    [{ one: 'K04000001' }, 'K04000001', undefined],
    [{ every: ['ltla'], expected: 361, country: 'UK' }, 'the local authorities of the UK', 361],
    [{ every: ['utla'], expected: 153, country: 'England' }, 'the upper-tier and single-tier authorities of England', 153],
    [{ every: ['region', 'nation'], expected: 12 }, 'the regions and nations of the UK', 12],
    [{ sum: ['E12000001', 'E12000002'], name: 'The North' }, 'The North', undefined],
  ])('names %j', (areas, areaName, expected) => {
    const judged = targetToJudge({ ...target, areas }, none);
    expect([judged.areaName, judged.areas?.expected]).toEqual([areaName, expected]);
  });

  it.each([
    ['%', 'higher-is-better', 100],
    ['%', 'lower-is-better', 0],
    ['yrs', 'higher-is-better', undefined],
  ] as const)('knows that a figure in %s of which %s cannot pass %s', (unit, direction, limit) => {
    expect(targetToJudge({ ...target, metric: { ...metric, unit, direction } }, none).naturalLimit).toBe(limit);
  });

  it('takes breaks from the catalogue and from the record, each the first period of a standard', () => {
    const broken = { ...metric, seriesBreaks: [{ from: '2015-09-01/P1Y', what: 'new tests' }] };
    const judged = targetToJudge({ ...target, metric: broken }, { ...none, breaks: [{ periodKey: '2020-09-01/P1Y', what: 'new rooms' }] });
    expect(judged.breaks).toEqual([{ periodKey: '2015-09-01/P1Y', what: 'new tests' }, { periodKey: '2020-09-01/P1Y', what: 'new rooms' }]);
    expect(judged.firstPeriodsOfStandard).toEqual(['2015-09-01/P1Y', '2020-09-01/P1Y']);
  });

  it('says why figures are not comparable where the file does', () => {
    expect(targetToJudge({ ...target, notComparable: 'two years only' }, none).notComparable).toBe('two years only');
  });

  it.each([
    [{ kind: 'level', value: 90 }, { kind: 'level', value: 90 }],
    [{ kind: 'change-by', amount: 5 }, { kind: 'change-by', amount: 5 }],
    [{ kind: 'change-by-percent', percent: -50 }, { kind: 'change-by-percent', percent: -50 }],
    [{ kind: 'gap', measure: 'ratio' }, { kind: 'gap', measure: 'ratio', beside: [], byPercent: undefined }],
    [
      { kind: 'worst-areas', group: { share: 20, by: 'mean-before-baseline', years: 3 }, change: { kind: 'improve-most' } },
      { kind: 'worst-areas', group: { share: 20, by: 'mean-before-baseline', years: 3 }, change: { kind: 'improve-most' } },
    ],
    [{ kind: 'undefined', reason: 'no figure' }, { kind: 'undefined', reason: 'no figure' }],
    [{ kind: 'of next year' }, { kind: 'undefined', reason: undefined }],
  ])('reads the rule %j', (rule, expected) => expect(targetToJudge({ ...target, rule }, none).rule).toEqual(expected));

  it('needs neither metric nor periods where success has no test', () => {
    const judged = targetToJudge({ ...target, metric: null, areas: null, baseline: null, decides: null, rule: { kind: 'undefined', reason: 'x' } }, none);
    expect(judged).toMatchObject({ direction: 1, baseline: { periodKey: '' }, decides: { periodKey: '', releaseExpected: '' }, areaName: '' });
  });
});
