import { describe, expect, it } from '@jest/globals';
import { cellOf, copyText, shapeOf, withoutSeparators } from './cell-text.js';

describe('withoutSeparators', () => {
  it.each([
    ['432,084', '432084'],
    ['1,234,567.8', '1234567.8'],
    ['-1,000', '-1000'],
    ['£1,479.10', '1479.10'],
    ['-£1,479', '-1479'],
    ['£642.5', '642.5'],
    ['£', undefined],
    ['£1,47', undefined],
    ['£ 5', undefined],
    ['12,34', undefined],
    ['1,2345', undefined],
    [',123', undefined],
    ['1234,567', undefined],
    ['1,234,', undefined],
    ['12', undefined],
  ])('of %s is %s', (text, plain) => expect(withoutSeparators(text)).toBe(plain));
});

describe('shapeOf', () => {
  it.each([
    ['2025-04-30', '2024-04-17', true],
    ['2018-01-01T00:00:00/P3Y', '2017-01-01/P1Y', true],
    ['As of 3 January 2023', 'As of 13 September 2024', true],
    ['2021 May', '2022 September', true],
    ['01/2004 - 12/2004', '01/2005 - 12/2005', true],
    ['2008', '2025-04-30', false],
    ['2018-20', '2018-2020', false],
    ['202122', '2021/22', false],
  ])('of %s and %s is the same: %s', (a, b, same) => expect(shapeOf(a) === shapeOf(b)).toBe(same));
});

describe('cells', () => {
  it('are trimmed, of the blank that does not break too, and are blank where there is no column', () => {
    expect([cellOf([' North West\u00a0'], 0), cellOf(['a'], 1), cellOf(['a'], -1)]).toEqual(['North West', '', '']);
  });

  it('are escaped for COPY', () => {
    expect([copyText(''), copyText('a\tb\\c\nd')]).toEqual(['\\N', 'a\\tb\\\\c\\nd']);
  });
});
