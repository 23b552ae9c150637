import { describe, expect, it } from '@jest/globals';
import { isStatusInWords, statusOfMarker, statusOfWords } from './published-marker.js';

describe('statusOfMarker', () => {
  it.each([
    ['na', 'x'],
    ['NA', 'x'],
    ['[x]', 'x'],
    ['x', 'x'],
    ['..', 'x'],
    [':', 'x'],
    ['~', 'low'],
    ['[c]', 'c'],
    ['*', 'c'],
  ])('of %s is %s', (text, status) => expect(statusOfMarker(text)).toBe(status));

  it.each(['', '0', '-', 'nil', 'NaN', '1,234', 'constructor', 'p', '[p]'])('is none of "%s"', (text) => {
    expect(statusOfMarker(text)).toBeUndefined();
  });

  it('knows the markers of a layout instead, where it has its own', () => {
    expect(statusOfMarker('-', { '-': 'z' })).toBe('z');
    expect(statusOfMarker('na', { '-': 'z' })).toBeUndefined();
  });
});

describe('statusOfWords', () => {
  it.each([
    ['Suppressed due to low reliability', 'u'],
    ['Suppressed to avoid disclosure', 'c'],
    ['Data not available', 'x'],
    ['Provisional', 'p'],
    ['Not applicable', 'z'],
    ['Something else entirely', ''],
  ])('of “%s” is “%s”', (words, status) => {
    expect(isStatusInWords(words)).toBe(true);
    expect(statusOfWords(words)).toBe(status);
  });

  it.each(['', 'x', '[x]', 'low', '[low]'])('leaves the code “%s” alone', (code) => expect(isStatusInWords(code)).toBe(false));
});
