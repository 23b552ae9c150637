import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { proposeSpread, type ReviewToSpread, type SpreadCandidate } from './review-spread.js';

const TODAY = '2026-11-23';
const candidate = (id: string, facts: Partial<SpreadCandidate> = {}): SpreadCandidate => ({ id, name: id, load: 0, away: [], barredFrom: new Set(), ...facts });
const review = (id: string, dueOn = '2026-12-01'): ReviewToSpread => ({ id, dueOn });

describe('the spread of reviews', () => {
  it.each<[string, ReviewToSpread[], SpreadCandidate[], Record<string, string | null>]>([
    ['to whoever holds fewest', [review('r')], [candidate('ada', { load: 3 }), candidate('ben', { load: 1 })], { r: 'ben' }],
    ['counting what is given away on the way', [review('a'), review('b'), review('c')], [candidate('ada', { load: 1 }), candidate('ben')], { a: 'ben', b: 'ada', c: 'ben' }],
    ['by name where the load is the same', [review('r')], [candidate('2', { name: 'Ben' }), candidate('1', { name: 'Cat' })], { r: '2' }],
    ['never to whoever is barred', [review('r')], [candidate('ada', { barredFrom: new Set(['r']) }), candidate('ben', { load: 9 })], { r: 'ben' }],
    ['never to whoever is away on its day', [review('r')], [candidate('ada', { away: [{ from: '2026-12-01', to: '2026-12-01' }] }), candidate('ben', { load: 9 })], { r: 'ben' }],
    ['never to whoever is away now', [review('r')], [candidate('ada', { away: [{ from: TODAY, to: TODAY }] }), candidate('ben', { load: 9 })], { r: 'ben' }],
    ['to whoever is away in between', [review('r')], [candidate('ada', { away: [{ from: '2026-11-25', to: '2026-11-26' }] }), candidate('ben', { load: 9 })], { r: 'ada' }],
    ['the earliest first', [review('later', '2026-12-09'), review('sooner', '2026-12-01')], [candidate('ada'), candidate('ben', { load: 1 })], { sooner: 'ada', later: 'ada' }],
    ['to nobody where nobody may', [review('r')], [candidate('ada', { barredFrom: new Set(['r']) })], { r: null }],
    ['to nobody where nobody is', [review('r')], [], { r: null }],
    ['nothing', [], [candidate('ada')], {}],
  ])('goes %s', (_, reviews, candidates, expected) => {
    expect(Object.fromEntries(proposeSpread(reviews, candidates, TODAY).map(({ reviewId, candidateId }) => [reviewId, candidateId]))).toEqual(expected);
  });

  it('leaves nobody with two more than another who was free for all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 }), (count, loads) => {
        const reviews = Array.from({ length: count }, (_, index) => review(`r${index}`));
        const proposals = proposeSpread(reviews, loads.map((load, index) => candidate(`p${index}`, { load })), TODAY);
        expect(proposals).toHaveLength(count);
        const after = loads.map((load, index) => load + proposals.filter(({ candidateId }) => candidateId === `p${index}`).length);
        const taken = after.filter((load, index) => load > (loads[index] ?? 0));
        for (const load of taken) expect(load).toBeLessThanOrEqual(Math.min(...after) + 1);
      }),
    );
  });
});
