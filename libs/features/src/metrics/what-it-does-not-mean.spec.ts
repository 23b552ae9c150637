import { describe, expect, it } from '@jest/globals';
import { type Metric } from './metric.entity.js';
import { whatItDoesNotMean } from './what-it-does-not-mean.js';

const PLAIN = { proxyFor: null, exploratory: false, basis: 'not-money', combines: null } as const;
const CAUSE = 'a change does not show what caused it.';

describe('whatItDoesNotMean', () => {
  it.each<[Partial<Metric>, string]>([
    [{}, `What it does not mean: ${CAUSE}`],
    [{ proxyFor: 'trust' }, `What it does not mean: this is a proxy, and not the thing that the mission asks for; ${CAUSE}`],
    [{ basis: 'nominal', combines: 'total' }, `What it does not mean: a rise in money of the day is not by itself a rise in real terms; a larger total is not more for each person; ${CAUSE}`],
    [{ basis: 'real', combines: 'average' }, `What it does not mean: an area’s average does not say how far those who live there are apart; ${CAUSE}`],
    // at most two before the one on causes: the first mislead most
    [{ proxyFor: 'trust', exploratory: true, basis: 'nominal', combines: 'total' }, `What it does not mean: this is a proxy, and not the thing that the mission asks for; what to measure is still being explored, and this may not be it; ${CAUSE}`],
  ])('%j', (metric, line) => expect(whatItDoesNotMean({ ...PLAIN, ...metric })).toBe(line));
});
