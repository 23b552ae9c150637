import { describe, expect, it } from '@jest/globals';
import { legendOf, markOf } from './figure-marks.js';

describe('markOf', () => {
  it.each([
    [null, null, ''],
    ['p', null, '[p]'],
    [null, 61.9, '[r]'],
    ['p', 61.9, '[p] [r]'],
    ['r', 61.9, '[r]'],
    ['[u]', null, '[u]'],
  ])('status %s, first %s: “%s”', (status, revisedFrom, mark) => expect(markOf({ status, revisedFrom })).toBe(mark));
});

describe('legendOf', () => {
  it('explains each mark once, in order, an unknown one too', () => {
    const cells = [{ status: 'u', revisedFrom: null }, { status: 'p', revisedFrom: 1 }, { status: 'u', revisedFrom: null }, { status: 'q', revisedFrom: null }];
    expect(legendOf(cells)).toEqual(['Marks: [p] provisional; [q] the producer’s own mark; [r] revised since it was first published; [u] of low reliability.']);
  });

  it('is silent where no figure has one', () => expect(legendOf([{ status: null, revisedFrom: null }])).toEqual([]));
});
