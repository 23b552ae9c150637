import { describe, expect, it } from '@jest/globals';
import type { ReturnRisk } from './evidence-return-content.js';
import { riskBlockers } from './risk-blockers.js';
import { riskInWords, risksByScore, riskScore } from './risk-score.js';

const WHOLE: ReturnRisk = { id: 'r1', risk: 'Too few tutors', impact: 4, likelihood: 3, proximity: 'three-months', owner: 'Director of Schools', response: 'Train more.' };

describe('what stands against a risk', () => {
  it.each<[string, object, string[]]>([
    ['nothing where it is whole', {}, []],
    ['no risk', { risk: '' }, ['risk: risk-missing']],
    ['a risk of 101 words', { risk: 'a '.repeat(101) }, ['risk: too-many-words']],
    ['no impact', { impact: 0 }, ['impact: impact-missing']],
    ['an impact of 6', { impact: 6 }, ['impact: impact-missing']],
    ['an impact of 2.5', { impact: 2.5 }, ['impact: impact-missing']],
    ['an impact that is no number', { impact: NaN }, ['impact: impact-missing']],
    ['no likelihood', { likelihood: 0 }, ['likelihood: likelihood-missing']],
    ['no proximity', { proximity: '' }, ['proximity: proximity-missing']],
    ['no owner', { owner: ' ' }, ['owner: owner-missing']],
    ['no response', { response: '' }, ['response: response-missing']],
    ['a response of 151 words', { response: 'a '.repeat(151) }, ['response: too-many-words']],
  ])('%s', (_, change, expected) => {
    expect(riskBlockers({ ...WHOLE, ...change }).map(({ code, field }) => `${field}: ${code}`)).toEqual(expected);
  });
});

describe('the score of a risk', () => {
  it.each([
    [1, 1, 1, 'Low'], [2, 2, 4, 'Low'], [5, 1, 5, 'Medium'], [3, 3, 9, 'Medium'], [3, 4, 12, 'High'], [4, 4, 16, 'High'], [5, 4, 20, 'Very high'], [5, 5, 25, 'Very high'],
  ] as const)('of impact %d and likelihood %d is %d: %s', (impact, likelihood, score, words) => {
    expect([riskScore({ impact, likelihood }), riskInWords(riskScore({ impact, likelihood }))]).toEqual([score, words]);
  });

  it('puts the gravest first, and of equal ones the nearest', () => {
    const list: ReturnRisk[] = [
      { ...WHOLE, id: 'small', impact: 1 }, { ...WHOLE, id: 'far', proximity: 'later' }, { ...WHOLE, id: 'near', proximity: 'now' }, { ...WHOLE, id: 'grave', impact: 5 },
    ];
    expect(risksByScore(list).map(({ id }) => id)).toEqual(['grave', 'near', 'far', 'small']);
    expect(list[0]?.id).toBe('small');
  });
});
