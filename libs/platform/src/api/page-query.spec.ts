import { describe, expect, it } from '@jest/globals';
import { ApplicationError } from '#platform/errors/application-error.js';
import { cursorOf, keyOfCursor, pageOf } from './page-query.js';

describe('pageOf', () => {
  const key = (item: number): [number] => [item];

  it('names the place after the last item where there are more', () => {
    const { items, nextCursor } = pageOf([1, 2, 3], 2, key);
    expect(items).toEqual([1, 2]);
    expect(keyOfCursor(nextCursor ?? '', ['number'])).toEqual([2]);
  });

  it.each([[[1, 2]], [[]]])('ends with %j', (items) => expect(pageOf(items, 2, key)).toEqual({ items, nextCursor: null }));
});

describe('keyOfCursor', () => {
  it('gives back what went in', () => expect(keyOfCursor(cursorOf([7, '2019-01-01', 12]), ['number', 'string', 'number'])).toEqual([7, '2019-01-01', 12]));
  it.each([undefined, ''])('is absent for %j', (cursor) => expect(keyOfCursor(cursor, ['number'])).toBeUndefined());
  it.each([['rubbish'], [cursorOf(['7'])], [cursorOf([1, 2])], [Buffer.from('{}').toString('base64url')]])('refuses %s', (cursor) => {
    expect(() => keyOfCursor(cursor, ['number'])).toThrow(ApplicationError);
  });
});
