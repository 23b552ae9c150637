import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePublishedNumber } from './published-number.js';

describe('parsePublishedNumber', () => {
  it.each([
    ['62.5', 62.5],
    ['-3', -3],
    ['+3.0', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['0', 0],
    ['0.000', 0],
    ['54.49633000000001', 54.49633000000001],
    ['1.2e-05', 0.000012],
    ['0e5', 0],
  ])('reads %s', (text, value) => expect(parsePublishedNumber(text)).toBe(value));

  it.each([
    ['432,084'],
    ['na'],
    ['NaN'],
    ['Infinity'],
    ['0x10'],
    ['1_000'],
    ['£5'],
    ['5%'],
    ['--1'],
    ['1.2.3'],
    ['.'],
    [''],
    [' '],
    ['1e999'],
    ['1e-999'],
    ['1e99999'],
  ])('refuses "%s"', (text) => expect(parsePublishedNumber(text)).toBeUndefined());

  it('reads every double that JavaScript prints back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
        expect(parsePublishedNumber(String(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
