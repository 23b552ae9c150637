import { describe, expect, it } from '@jest/globals';
import { successorsInNote } from './obsolete-code.js';

describe('successorsInNote', () => {
  it.each([
    ['Obsolete code since 2025 (replaced by E08000038 Barnsley)', ['E08000038']],
    [
      'Obsolete code since 2023 (replaced by E06000063 Cumberland and E06000064 Westmorland and Furness)',
      ['E06000063', 'E06000064'],
    ],
    ['Obsolete code since 2019 (replaced by E06000058 Bournemouth, Christchurch and Poole)', ['E06000058']],
    ['Value for E06000052 Cornwall and E06000053 Isles of Scilly combined', []],
    ['', []],
  ])('%s', (note, successors) => expect(successorsInNote(note)).toEqual(successors));
});
