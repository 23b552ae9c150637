import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isChanged, textDifference, type TextChange } from './text-difference.js';

const short = (changes: TextChange[]): string =>
  changes.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}+]` : `[-${text}-]`)).join('');

describe('the difference of two texts', () => {
  it.each<[string, string, string]>([
    ['', '', ''],
    ['One two three', 'One two three', 'One two three'],
    ['', 'New words', '[+New words+]'],
    ['Old words', '', '[-Old words-]'],
    ['We opened ten hubs', 'We opened twelve hubs', 'We opened [-ten-][+twelve+] hubs'],
    ['We opened ten hubs', 'We have opened ten hubs this year', 'We [+have +]opened ten hubs[+ this year+]'],
    ['One\ntwo', 'One\n\ntwo', 'One\n[+\n+]two'],
    ['a b c', 'a c', 'a [-b -]c'],
    ['£5 million', '£6 million', '[-£5-][+£6+] million'],
  ])('from %j to %j', (before, after, expected) => {
    expect(short(textDifference(before, after))).toBe(expected);
  });

  it('gives back both texts, and none of it where nothing changed', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'cc', ' ', '  ', '\n', '\t', 'é'), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = textDifference(before, after);
        const joined = (not: TextChange['kind']): string => changes.filter(({ kind }) => kind !== not).map((change) => change.text).join('');
        expect(joined('added')).toBe(before);
        expect(joined('removed')).toBe(after);
        expect(isChanged(changes)).toBe(before !== after);
      }),
    );
  });

  it('shows texts without end as replaced, in no time', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(5000)) as [string, string];
    expect(textDifference(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added', 'same']);
  });
});
