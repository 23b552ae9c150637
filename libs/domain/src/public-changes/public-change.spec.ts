import { describe, expect, it } from '@jest/globals';
import { type ChangeFilter, concerns, newestFirst } from './public-change.js';

describe('whom a change concerns', () => {
  const change = { missions: ['m5'], departments: ['dfe', 'dhsc'], places: ['E08000003'] };

  it.each<[ChangeFilter, boolean]>([
    [{}, true],
    [{ mission: 'm5' }, true],
    [{ mission: 'm6' }, false],
    [{ department: 'dhsc' }, true],
    [{ department: 'hmt' }, false],
    [{ place: 'E08000003' }, true],
    [{ place: 'E08000004' }, false],
    [{ mission: 'm5', department: 'hmt' }, false],
    [{ mission: 'm5', department: 'dfe', place: 'E08000003' }, true],
  ])('%j: %s', (filter, wanted) => {
    expect(concerns(change, filter)).toBe(wanted);
  });

  it('are listed newest first, and of one moment always alike', () => {
    const at = (id: string, minute: number): { id: string; at: Date } => ({ id, at: new Date(Date.UTC(2026, 0, 1, 9, minute)) });
    const changes = [at('a', 0), at('c', 5), at('b', 5)];
    expect(changes.toSorted(newestFirst).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(changes.toReversed().toSorted(newestFirst).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });
});
