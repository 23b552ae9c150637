import { describe, expect, it } from '@jest/globals';
import { cannotBeAdded, type CodeStanding, hasEnded, whatBecameOf } from './dead-code.js';

const CUMBERLAND = { code: 'E06000063', name: 'Cumberland' };
const WESTMORLAND = { code: 'E06000064', name: 'Westmorland and Furness' };
const CUMBRIA: CodeStanding = { code: 'E10000006', name: 'Cumbria', validFrom: null, validTo: '2023-03-31', current: [CUMBERLAND, WESTMORLAND] };

describe('whatBecameOf', () => {
  it.each<[string, CodeStanding, string | undefined]>([
    ['a split', CUMBRIA, 'E10000006 Cumbria ended on 31 March 2023. Its area is now: Cumberland (E06000063) and Westmorland and Furness (E06000064).'],
    ['a code without a day', { ...CUMBRIA, validTo: null, current: [CUMBERLAND] }, 'E10000006 Cumbria is no longer in use; the loaded files do not say since when. Its area is now: Cumberland (E06000063).'],
    ['a year', { ...CUMBRIA, validTo: '2023-12-31', endsInYear: true, current: [] }, 'E10000006 Cumbria was last used in 2023. The loaded files do not say what became of its area.'],
    ['a code that stands', { ...CUMBERLAND, validFrom: '2023-04-01', validTo: null, current: [] }, undefined],
    ['a code that will end', { ...CUMBRIA, validTo: '2028-03-31' }, undefined],
  ])('%s', (_, area, sentence) => expect(whatBecameOf(area, '2026-06-26')).toBe(sentence));

  it('ends a code on the day after its last', () => {
    expect([hasEnded(CUMBRIA, '2023-03-31'), hasEnded(CUMBRIA, '2023-04-01')]).toEqual([false, true]);
  });
});

describe('cannotBeAdded', () => {
  it.each([
    [[], false],
    [[CUMBERLAND], false],
    [[CUMBERLAND, WESTMORLAND], true],
  ])('%j', (current, said) => expect(cannotBeAdded(current) !== undefined).toBe(said));
});
