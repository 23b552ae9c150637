import { describe, expect, it } from '@jest/globals';
import { type FigureUsed } from '#domain/judgements/computed-judgement.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { headlineOf } from './target-figure.js';

const METRIC = { unit: '%', decimals: 0 } as Metric;
const figure = (value: number, periodKey: string, periodLabel: string): FigureUsed => ({ value, periodKey, periodLabel, standardError: 0.29, standardErrorBasis: 'rounding', provisional: false });
const COMPUTED = {
  verdict: 'off-track', method: 'interim-path',
  components: { latest: figure(62, '2024-09-01/P1Y', 'school year 2024/25'), baseline: figure(65, '2018-09-01/P1Y', 'school year 2018/19'), pathValue: 78.636 },
} as unknown as ComputedStanding;

describe('headlineOf', () => {
  it.each<[string, ComputedStanding]>([
    ['Off track: 62% in school year 2024/25, against 78.6% on the path', COMPUTED],
    ['On track: 62% in school year 2024/25, 65% at the baseline', { ...COMPUTED, verdict: 'on-track', method: 'direction-only' }],
    ['Target not comparable', { ...COMPUTED, verdict: 'target-not-comparable', method: 'none', components: { reasons: [], causeHints: COMPUTED.components.causeHints } }],
  ])('%s', (headline, computed) => expect(headlineOf(computed, METRIC)).toBe(headline));
});
