import { describe, expect, it } from '@jest/globals';
import { catalogueFaults, type MetricDraft } from './catalogue-faults.js';

function metric(slug: string, more: Partial<MetricDraft> = {}): MetricDraft {
  return { slug, indicators: [], partOf: null, proxyFor: null, countBehind: null, ...more };
}

const loaded = { slugs: new Set(['pay']), indicators: new Map([['Weekly pay', 'pay']]) };

describe('catalogueFaults', () => {
  it.each<[string, MetricDraft[], string[]]>([
    ['nothing', [], []],
    ['two metrics', [metric('a', { indicators: ['A', 'a'] }), metric('b', { indicators: ['B'], partOf: 'a', proxyFor: 'pay' })], []],
    ['a slug twice', [metric('a'), metric('b'), metric('a')], ['twice metrics.2.slug metrics.0.slug']],
    [
      'an indicator twice',
      [metric('a', { indicators: ['A'] }), metric('b', { indicators: ['B', 'A'] })],
      ['indicator-twice metrics.1.indicators.1 metrics.0.indicators.0'],
    ],
    ['an indicator twice in one metric', [metric('a', { indicators: ['A', 'A'] })], ['indicator-twice metrics.0.indicators.1 metrics.0.indicators.0']],
    ['an indicator loaded before', [metric('a', { indicators: ['Weekly pay'] })], ['indicator-twice metrics.0.indicators.0']],
    ['a part of nothing', [metric('a', { partOf: 'x' })], ['unknown-metric metrics.0.partOf']],
    ['a proxy for itself', [metric('a', { proxyFor: 'a' })], ['unknown-metric metrics.0.proxyFor']],
    ['events of no area', [metric('a', { countBehind: { kind: 'poisson' } })], ['count-without-area metrics.0.countBehind']],
    ['a share of people anywhere', [metric('a', { countBehind: { kind: 'binomial' } })], []],
  ])('%s', (_, metrics, faults) => {
    const found = catalogueFaults(metrics, loaded).map(({ code, path, against }) => [code, path.join('.'), against?.join('.')].filter(Boolean).join(' '));
    expect(found).toEqual(faults);
  });
});
