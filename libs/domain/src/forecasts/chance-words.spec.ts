import { describe, expect, it } from '@jest/globals';
import { chanceInWords } from './chance-words.js';

describe('a chance in words', () => {
  it.each([
    [0.001, 'less than 1 in 100, very unlikely'],
    [0.05, 'about 1 in 20, very unlikely'],
    [0.124, 'about 1 in 8, unlikely'],
    [0.34, 'about 1 in 3, unlikely'],
    [0.36, 'about 1 in 3, could go either way'],
    [0.5, 'about 1 in 2, could go either way'],
    [0.66, 'about 2 in 3, likely'],
    [0.88, 'about 7 in 8, likely'],
    [0.95, 'about 19 in 20, very likely'],
    [0.999, 'more than 99 in 100, very likely'],
  ])('%s is %s', (chance, words) => expect(chanceInWords(chance)).toBe(words));
});
