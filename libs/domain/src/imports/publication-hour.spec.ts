import { describe, expect, it } from '@jest/globals';
import { publicationFaults, publicationFrom } from './publication-hour.js';

const boxes = (day: string, month: string, year: string, time = ''): string => publicationFrom({ day, month, year, time });

describe('the hour of publication', () => {
  it.each([
    ['nothing', boxes('', ' ', '', '9:30am'), ''],
    ['a date alone', boxes('26', '6', '2026'), '2026-06-26T09:30'],
    ['a time of the morning', boxes('26', '6', '2026', '9:30am'), '2026-06-26T09:30'],
    ['a time with a point', boxes('26', '6', '2026', '7.00'), '2026-06-26T07:00'],
    ['an afternoon', boxes('26', '6', '2026', '3 pm'), '2026-06-26T15:00'],
    ['midday', boxes('26', '6', '2026', '12pm'), '2026-06-26T12:00'],
    ['midnight', boxes('26', '6', '2026', '12am'), '2026-06-26T00:00'],
    ['24 hours', boxes('26', '6', '2026', '23:59'), '2026-06-26T23:59'],
  ])('is read from %s', (_, text, expected) => {
    expect(text).toBe(expected);
    if (text !== '') expect(publicationFaults(text)).toEqual([]);
  });

  it.each([
    ['2026-06-26'],
    ['2026-06-26T09:30'],
    ['2026-02-30', 'no-date'],
    ['26/06/2026', 'no-date'],
    ['', 'no-date'],
    [boxes('31', '2', '2026', '25:99'), 'no-date', 'no-time'],
    ['2026-06-26T24:00', 'no-time'],
    ['2026-06-26T9:30', 'no-time'],
    [boxes('31', '6', '2026'), 'no-date'],
    [boxes('', '6', '2026'), 'no-date'],
    [boxes('26', '6', '2026', '9'), 'no-time'],
    [boxes('26', '6', '2026', '13pm'), 'no-time'],
    [boxes('26', '6', '2026', '25:00'), 'no-time'],
    [boxes('26', '6', '2026', 'noon'), 'no-time'],
  ])('%s: %s %s', (text = '', ...codes) => {
    expect(publicationFaults(text).map(({ code }) => code)).toEqual(codes);
  });
});
