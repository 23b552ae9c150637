import { describe, expect, it } from '@jest/globals';
import { sizeInWords } from './file-size.js';

describe('the size of a file', () => {
  it.each<[number, string]>([
    [0, '0 bytes'], [1, '1 byte'], [999, '999 bytes'], [1000, '1.0 kB'], [12_440, '12.4 kB'], [999_949, '999.9 kB'], [999_950, '1.0 MB'], [12_400_000, '12.4 MB'], [2_345_600_000, '2,345.6 MB'],
  ])('%d: %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});
