import { describe, expect, it } from '@jest/globals';
import { finiteNumbers } from './finite-numbers.js';

describe('finiteNumbers', () => {
  it('leaves out what is no number, and nothing else', () => {
    expect(finiteNumbers({ a: 1, b: Number.NaN, c: Infinity, d: 'NaN', e: 0, f: undefined })).toEqual({
      a: 1,
      d: 'NaN',
      e: 0,
      f: undefined,
    });
  });
});
