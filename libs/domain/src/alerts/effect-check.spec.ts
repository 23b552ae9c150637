import { describe, expect, it } from '@jest/globals';
import { checkEffect, countsFrom, type EffectOutcome, type EffectQuestion, notComeSentence } from './effect-check.js';

const QUESTION: EffectQuestion = {
  action: 1, metric: 'Pupils at the expected standard', unit: '%', decimals: 0, direction: 'higher-is-better', area: 'England', expectedChange: 2,
  before: { value: 66, period: 'school year 2024/25' }, after: { value: 68, period: 'school year 2025/26' }, release: '15 July 2027 (Department for Education)',
};

describe('the check of an effect', () => {
  it.each<[string, Partial<EffectQuestion>, EffectOutcome]>([
    ['as much as promised', {}, 'shown'],
    ['less than promised', { after: { value: 67.9, period: 'p' } }, 'not-shown'],
    ['the other way', { after: { value: 60, period: 'p' } }, 'not-shown'],
    ['any change for the better', { expectedChange: null, after: { value: 66.1, period: 'p' } }, 'shown'],
    ['no change', { expectedChange: null, after: { value: 66, period: 'p' } }, 'not-shown'],
    ['lower where lower is better', { direction: 'lower-is-better', after: { value: 64, period: 'p' } }, 'shown'],
    ['higher where lower is better', { direction: 'lower-is-better' }, 'not-shown'],
    ['a sum that floats', { before: { value: 0.1, period: 'p' }, after: { value: 0.3, period: 'q' }, expectedChange: 0.2 }, 'shown'],
    ['no later figure', { after: null }, 'no-figure'],
    ['nothing to compare with', { before: null }, 'no-figure'],
    ['nothing at all', { before: null, after: null }, 'no-figure'],
  ])('%s', (_, over, outcome) => {
    expect(checkEffect({ ...QUESTION, ...over }).outcome).toBe(outcome);
  });

  it('says the figures, the release and what was expected', () => {
    expect(checkEffect(QUESTION).sentence).toBe(
      'Action 1, Pupils at the expected standard in England: 66% in school year 2024/25, before the plan, and 68% in school year 2025/26 by the release of 15 July 2027 (Department for Education); it is higher by 2%. The plan expected a figure higher by 2% or more. The effect is shown.',
    );
    expect(checkEffect({ ...QUESTION, after: null }).sentence).toContain('has no figure for a period after school year 2024/25');
    expect(notComeSentence({ action: 2, metric: 'Jobs', expectedOn: '15 July 2027' })).toContain('expected by 15 July 2027 and has not come');
  });

  it('takes a release two weeks early for the one that was meant, and none before', () => {
    expect(countsFrom('2027-07-15')).toBe('2027-07-01');
  });
});
