import { describe, expect, it } from '@jest/globals';
import { isSectionChanged, SECTION_CHANGES, whatChanged } from './what-changed.js';

const section = (key: string, text: string): { key: string; title: string; text: string } => ({ key, title: key.toUpperCase(), text });

describe('what changed between two deliveries', () => {
  it.each([
    ['the same', 'One', 'One', 'same'],
    ['the same but for blanks around it', 'One', ' One\n', 'same'],
    ['other words', 'One', 'Two', 'changed'],
    ['filled in now', '', 'Two', 'new'],
    ['emptied', 'One', ' ', 'left-out'],
    ['empty both times', '', '', 'same'],
  ])('%s', (_, before, after, change) => {
    expect(whatChanged([section('a', before)], [section('a', after)])).toEqual([{ key: 'a', title: 'A', before, after, change }]);
  });

  it('keeps the order of the new delivery and puts what was left out last', () => {
    const rows = whatChanged([section('gone', 'Old'), section('b', 'B')], [section('c', 'C'), section('b', 'B')]);
    expect(rows.map(({ key, change }) => [key, change])).toEqual([
      ['c', 'new'],
      ['b', 'same'],
      ['gone', 'left-out'],
    ]);
  });

  it('has words for each', () => {
    expect(Object.values(SECTION_CHANGES).every((words) => words.length > 0)).toBe(true);
  });
});

describe('whether a named section changed', () => {
  const rows = whatChanged(
    [section('summary', 'A'), section('contributions.health', 'H'), section('contributions.skills', 'S')],
    [section('summary', 'A'), section('contributions.health', 'More'), section('contributions.skills', 'S')],
  );

  it.each([
    ['summary', false],
    ['contributions', true],
    ['contributions.health', true],
    ['contributions.skills', false],
    ['contrib', false],
  ])('%s: %s', (key, expected) => {
    expect(isSectionChanged(key, rows)).toBe(expected);
  });
});
