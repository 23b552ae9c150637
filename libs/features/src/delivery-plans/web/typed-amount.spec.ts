import { describe, expect, it } from '@jest/globals';
import { amountFrom, amountTyped, millionsFrom } from './typed-amount.js';

describe('an amount as typed', () => {
  it.each<[string, number | null | undefined]>([
    ['', null], [' ', null], ['12.5', 12.5], ['1,250.5', 1250.5], ['£1,250.5m', 1250.5], ['£ 3 million', 3], ['0', 0], ['-3', -3], ['0.125', 0.125], ['1.0005', 1.0005],
    ['lots', undefined], ['1,25', undefined], ['12.', undefined], ['1e6', undefined], ['12.5.1', undefined], ['٣', undefined],
  ])('%j is %s million', (text, money) => {
    expect(millionsFrom(text)).toBe(money);
  });

  it('is no money where people are counted', () => {
    expect([amountFrom('7.5'), amountFrom('£7.5'), amountFrom('7 m')]).toEqual([7.5, undefined, undefined]);
  });

  it.each([null, 0, 12.5, 1250.125])('%s comes back as it was', (amount) => {
    expect(millionsFrom(amountTyped(amount))).toBe(amount);
  });
});
