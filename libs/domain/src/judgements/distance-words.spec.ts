import { describe, expect, it } from '@jest/globals';
import { distancesInWords } from './distance-words.js';

describe('distances in words', () => {
  it.each<[number[], string, number, string[]]>([
    [[5, 3], '%', 1, ['5.0 percentage points', '3.0 percentage points']],
    [[0.198, 0.1647], 'Score out of 10', 1, ['0.20 points', '0.16 points']],
    [[150.06, 133.8], '£', 1, ['£150.1', '£133.8']],
    [[0.00001], 'yrs', 1, ['0.0000 years']],
    [[1, 0], '%', 0, ['1.0 percentage points', '0.0 percentage points']],
    [[0, 0], '%', 1, ['0.0 percentage points', '0.0 percentage points']],
    // a last digit of binary fractions below 1
    [[0.99999999999], '%', 1, ['1.0 percentage points']],
    [[-0.5], '%', 1, ['0.50 percentage points']],
    [[0.056, -0.007], 'Score out of 10', 1, ['0.056 points', '0.007 points']],
  ])('%j %s', (distances, unit, decimals, words) => {
    expect(distancesInWords(distances, { unit, decimals })).toEqual(words);
  });
});
