import { describe, expect, it } from '@jest/globals';
import { standingEpisode } from './alert-episode.js';

// One letter a step: H the state holds, E it has ended, . nothing is said of it; in capitals the step may open an alert.
const stepsOf = (word: string): { at: number; mark: string }[] => [...word].map((mark, at) => ({ at, mark }));
const episodeOf = (word: string): [number, number | undefined] | undefined => {
  const found = standingEpisode(stepsOf(word), {
    holds: ({ mark }) => mark.toLowerCase() === 'h',
    ends: ({ mark }) => mark.toLowerCase() === 'e',
    mayOpen: ({ mark }) => mark === mark.toUpperCase(),
  });
  return found && [found.began.at, found.opener?.at];
};

describe('a state that stands', () => {
  it.each<[string, [number, number | undefined] | undefined]>([
    ['', undefined],
    ['.', undefined],
    ['H', [0, 0]],
    ['HHH', [0, 0]],
    // the figures say nothing for a while: the state goes on, and it is the same
    ['H..H', [0, 0]],
    ['HE', undefined],
    ['HE.', undefined],
    // a second fall is another change of the state
    ['HEH', [2, 2]],
    ['HEHE..H', [6, 6]],
    // a revision brings it about and opens nothing, until new figures bear it out
    ['h', [0, undefined]],
    ['hh', [0, undefined]],
    ['hhH', [0, 2]],
    ['HEhH', [2, 3]],
  ])('%s: %j', (word, expected) => {
    expect(episodeOf(word)).toEqual(expected);
  });
});
