import { describe, expect, it } from '@jest/globals';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type CursorPart, cursorOf, keyOfCursor, pageOf } from './page-query.js';

describe('pageOf', () => {
  const key = (item: number): [number] => [item];

  it('names the place after the last item where there are more', () => {
    const { items, nextCursor } = pageOf([1, 2, 3], 2, key);
    expect(items).toEqual([1, 2]);
    expect(keyOfCursor(nextCursor ?? '', ['id'])).toEqual([2]);
  });

  it.each([[[1, 2]], [[]]])('ends with %j', (items) => expect(pageOf(items, 2, key)).toEqual({ items, nextCursor: null }));
});

describe('keyOfCursor', () => {
  const key = [7, '2019-02-28', 12, '2026-06-26T08:30:00.000Z', 'WM-1'];

  it('gives back what went in', () => expect(keyOfCursor(cursorOf(key), ['id', 'date', 'months', 'instant', 'text'])).toEqual(key));
  it.each([undefined, ''])('is absent for %j', (cursor) => expect(keyOfCursor(cursor, ['id'])).toBeUndefined());
  it.each([['rubbish'], [cursorOf(['7'])], [cursorOf([1, 2])], [Buffer.from('{}').toString('base64url')]])('refuses %s', (cursor) => {
    expect(() => keyOfCursor(cursor, ['id'])).toThrow(ApplicationError);
  });

  it.each<[CursorPart, (string | number)[]]>([
    ['id', [0, -1, 1.5, 2147483648, 1e12, '1']],
    ['months', [-1, 0.5, 32768, '12']],
    ['date', ['abc', '', '2019-02-29', '2019-2-1', '0000-01-01', '12019-01-01', '2019-01-01T00:00:00.000Z', 20190101]],
    ['instant', ['abc', '2019-01-01', '2019-02-29T00:00:00.000Z', '2019-01-01T25:00:00.000Z', '0000-01-01T00:00:00.000Z', '+012019-01-01T00:00:00.000Z', 0]],
    ['text', ['a\0b', 1]],
  ])('refuses what is no %s', (kind, parts) => {
    for (const part of parts) expect(() => keyOfCursor(cursorOf([part]), [kind])).toThrow('cursor is not one');
  });

  it.each<[CursorPart, (string | number)[]]>([
    ['id', [1, 2147483647]],
    ['months', [0, 32767]],
    ['date', ['0001-01-01', '2020-02-29']],
  ])('takes the first and the last %s', (kind, parts) => {
    for (const part of parts) expect(keyOfCursor(cursorOf([part]), [kind])).toEqual([part]);
  });
});
