import { describe, expect, it } from '@jest/globals';
import { territoryCodes } from './territory-codes.js';

describe('territoryCodes', () => {
  // as gross-value-added.csv has them: TLB England, TLC North East, TLK South West, TLL Wales
  it.each([
    ['E92000001', ['E92000001', 'TLB']],
    ['E12000001', ['E12000001', 'TLC']],
    ['E12000009', ['E12000009', 'TLK']],
    ['W92000004', ['W92000004', 'TLL']],
    ['E08000003', ['E08000003']],
    ['TLC', ['TLC']],
  ])('%s', (code, codes) => expect(territoryCodes(code)).toEqual(codes));
});
