import { describe, expect, it } from '@jest/globals';
import { EachInTurn, ItemsFailed } from './each-in-turn.js';

describe('each in turn', () => {
  it('counts what was done', async () => {
    const turns = new EachInTurn();
    await turns.run([1, 2], String, (item) => Promise.resolve(item));
    await turns.run([3], String, () => Promise.resolve(0));
    expect(turns.finish()).toBe(3);
  });

  it('counts what a loop within a loop did', async () => {
    const turns = new EachInTurn();
    await turns.run(['a', 'b'], String, async () => {
      await turns.run([1, 2], String, () => Promise.resolve(1));
      return 0;
    });
    expect(turns.finish()).toBe(4);
  });

  it('goes on after an item that fails, over every loop of the round, and says at the end which failed', async () => {
    const seen: number[] = [];
    const turns = new EachInTurn();
    const work = (item: number): Promise<number> => {
      seen.push(item);
      return item === 1 || item === 4 ? Promise.reject(new Error(`no ${item}`)) : Promise.resolve(1);
    };
    await turns.run([1, 2, 3], (item) => `item:${item}`, work);
    await turns.run([4, 5], (item) => `item:${item}`, work);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    const found = await Promise.resolve().then(() => turns.finish()).catch((error: unknown) => error);
    if (!(found instanceof ItemsFailed)) throw new Error('it did not say that items failed');
    expect([found.done, found.failed]).toEqual([3, [{ item: 'item:1', error: new Error('no 1') }, { item: 'item:4', error: new Error('no 4') }]]);
    expect(found.message).toBe('failed for item:1, item:4');
  });
});
