import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { ageInWords } from './age-in-words.js';

describe('ageInWords', () => {
  it.each([
    ['2024-09-01/P1Y', 'school year 2024/25; it ended 14 months ago'],
    ['2026-04-30', '30 April 2026, 6 months ago'],
    ['2026-10-01/P1M', 'October 2026; it ended less than a month ago'],
    ['2026-09-01/P1M', 'September 2026; it ended 1 month ago'],
  ])('%s is %s', (key, words) => {
    const period = parsePeriod(key);
    expect(period && ageInWords(period, '2026-11-23')).toBe(words);
  });
});
