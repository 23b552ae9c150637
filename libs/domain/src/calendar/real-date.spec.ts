import { describe, expect, it } from '@jest/globals';
import { isRealDate } from './real-date.js';

describe('a real date', () => {
  it.each([
    ['2027-02-28', true], ['2028-02-29', true], ['2027-02-29', false], ['2027-02-31', false], ['2027-13-01', false], ['2027-00-01', false], ['0027-02-01', false], ['1999-12-31', false],
    ['0000-00-00', false], ['2027-2-1', false], ['2027-xx-01', false], ['', false], ['2027-02-01T00:00', false],
  ])('%s: %s', (text, real) => {
    expect(isRealDate(text)).toBe(real);
  });
});
