import { describe, expect, it } from '@jest/globals';
import { type Request, type Response } from 'express';
import { onceARequest, rememberReads } from './request-memo.js';

describe('reads of one request', () => {
  const during = async (method: string, work: () => Promise<unknown>): Promise<void> => {
    let done: Promise<unknown> = Promise.resolve();
    rememberReads({ method } as Request, {} as Response, () => {
      done = work();
    });
    await done;
  };
  const counting = (): { reads: () => number; read: () => Promise<number> } => {
    let count = 0;
    return { reads: () => count, read: async () => (count += 1) };
  };

  it.each([
    ['GET', 1],
    ['HEAD', 1],
    ['POST', 2],
  ])('are done once for a key in a %s', async (method, expected) => {
    const { read, reads } = counting();
    await during(method, async () => {
      await Promise.all([onceARequest('a', read), onceARequest('a', read)]);
    });
    expect(reads()).toBe(expected);
  });

  it('are done for each key and each request', async () => {
    const { read, reads } = counting();
    for (let request = 0; request < 2; request += 1) await during('GET', () => Promise.all([onceARequest('a', read), onceARequest('b', read)]));
    await onceARequest('a', read);
    expect(reads()).toBe(5);
  });
});
