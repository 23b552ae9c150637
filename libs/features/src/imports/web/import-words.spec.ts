import { describe, expect, it } from '@jest/globals';
import { progressInWords, publicationInWords } from './import-words.js';

describe('the words of an upload', () => {
  it.each([
    // 4,216,000 of 12,400,000 bytes are 34%
    [{ bytes: 4_216_000, of: 12_400_000, rows: 120_000 }, '34% of 12.4 MB, 120,000 rows'],
    // 99.99% are not all of it
    [{ bytes: 9_999, of: 10_000, rows: 1 }, '99% of 10.0 kB, 1 row'],
    [{ bytes: 0, of: 0, rows: 0 }, '0% of 0 bytes, 0 rows'],
  ])('%j', (progress, words) => {
    expect(progressInWords(progress)).toBe(words);
  });

  it.each([
    ['2026-06-26', '26 June 2026 at 9:30am'],
    ['2026-06-26T07:00', '26 June 2026 at 7:00am'],
    ['2026-12-01T15:00', '1 December 2026 at 3:00pm'],
  ])('%s is %s', (text, words) => {
    expect(publicationInWords(text)).toBe(words);
  });
});
