import { describe, expect, it } from '@jest/globals';
import { type AwardMoney, moneyWarning, readPounds } from './funding-money.js';

describe('an amount in pounds', () => {
  it.each<[string, number | null]>([
    ['15624456', 15_624_456],
    ['0', 0],
    ['', null],
    [' ', null],
    ['-', null],
    [' - ', null],
    ['–', null],
    ['1,445,757', 1_445_757],
    ['£1,445,757', 1_445_757],
    ['126000.50', 126_000.5],
    [' 795000 ', 795_000],
  ])('“%s” is %s', (cell, pounds) => {
    expect(readPounds(cell)).toEqual({ pounds });
  });

  it.each(['n/a', '1,44,757', '12 million', '-5', '1e6', '0x10', '1.234', '12,34', '£', 'NaN', '9999999999999'])('“%s” is none', (cell) => {
    expect(readPounds(cell)).toEqual({ fault: expect.any(String) });
  });
});

describe('amounts that do not add up', () => {
  const money = (rdel: number | null, cdel: number | null, total: number | null): AwardMoney => ({ rdel, cdel, total });
  it.each<[string, AwardMoney, string | undefined]>([
    // rows of the published file
    ['TD-BAR-02', money(400_000, 3_866_667, 4_266_667), undefined],
    ['TD-GLA-01', money(126_000, 6_185_580, null), 'no-total'],
    ['TD-GOL-09', money(168_793, 0, 0), 'total-zero-with-parts'],
    ['TD-LOU-12', money(795_000, 0, 845_000), 'total-differs'],
    ['HS-BAR', money(0, 0, 15_624_456), 'parts-zero-with-total'],
    // made up
    ['nothing given', money(null, null, null), 'no-amounts'],
    ['only a total', money(null, null, 5), 'no-parts'],
    ['half of the parts', money(5, null, 5), 'part-missing'],
    ['nothing awarded', money(0, 0, 0), undefined],
    // 0.1 + 0.2 is 0.30000000000000004 in floating point
    ['pence', money(0.1, 0.2, 0.3), undefined],
    ['a penny less', money(0.1, 0.2, 0.29), 'total-differs'],
  ])('%s', (_, given, warning) => {
    expect(moneyWarning(given)).toBe(warning);
  });
});
