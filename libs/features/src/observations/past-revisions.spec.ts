import { describe, expect, it } from '@jest/globals';
import { PastRevisions } from './past-revisions.js';

describe('PastRevisions', () => {
  it('gives the changes of the areas asked for, of that metric alone', () => {
    const revisions = new PastRevisions([[1, 7, 0.5], [1, 8, -2], [2, 7, 9]]);
    expect(revisions.of(1, [7])).toEqual([0.5]);
    expect(revisions.of(1, [7, 8])).toEqual([0.5, -2]);
    expect(revisions.of(3, [7])).toEqual([]);
  });
});
