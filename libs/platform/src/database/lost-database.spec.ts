import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isLostDatabase } from './lost-database.js';

describe('a lost database', () => {
  it('is one where nobody listens', async () => {
    const error: unknown = await new pg.Client('postgres://waymark@127.0.0.1:1/waymark').connect().catch((failure: unknown) => failure);
    expect(isLostDatabase(error)).toBe(true);
  });

  it.each([
    ['a server that goes down', { code: '57P01' }],
    ['a server that starts', { code: '57P03' }],
    ['a server that is full', { code: '53300' }],
    ['a broken connection', { code: '08006' }],
    ['a name that has no address for now', { code: 'EAI_AGAIN' }],
    ['a connection cut in the middle of a statement', new Error('Connection terminated unexpectedly')],
  ])('is %s', (_, error) => {
    expect(isLostDatabase(error)).toBe(true);
  });

  it.each([
    ['a rule of a table', { code: '23505' }],
    ['a statement that was cancelled', { code: '57014' }],
    ['a programming error', new TypeError('x is undefined')],
    ['nothing at all', undefined],
    ['a text', '57P01'],
  ])('is not %s', (_, error) => {
    expect(isLostDatabase(error)).toBe(false);
  });
});
