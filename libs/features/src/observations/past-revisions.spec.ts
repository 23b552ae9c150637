import { describe, expect, it } from '@jest/globals';
import { PastRevisions, type RevisionRow } from './past-revisions.js';

describe('PastRevisions', () => {
  it('gives the changes of the areas asked for, of that metric alone', () => {
    const revisions = new PastRevisions([[1, 7, 0.5], [1, 8, -2], [2, 7, 9]]);
    expect(revisions.of(1, [7])).toEqual([0.5]);
    expect(revisions.of(1, [7, 8])).toEqual([0.5, -2]);
    expect(revisions.of(3, [7])).toEqual([]);
  });

  it('selects evenly among very many', () => {
    const rows = Array.from({ length: 1000 }, (_, at): RevisionRow => [1, at, at]);
    const changes = new PastRevisions(rows).of(1, rows.map(([, area]) => area));
    expect(changes).toHaveLength(200);
    expect(changes.slice(0, 3)).toEqual([0, 5, 10]);
    expect(changes.at(-1)).toBe(995);
  });
});
