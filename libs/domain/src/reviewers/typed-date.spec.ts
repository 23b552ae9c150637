import { expect, it } from '@jest/globals';
import { readTypedDate } from './typed-date.js';

it.each<[string, string, string, string | undefined]>([
  ['23', '11', '2026', '2026-11-23'],
  [' 3 ', '1', '2027', '2027-01-03'],
  ['', '', '', ''],
  ['31', '2', '2026', undefined],
  ['29', '2', '2028', '2028-02-29'],
  ['1', '', '2026', undefined],
  ['1', '1', '26', undefined],
  ['x', '1', '2026', undefined],
  ['0', '1', '2026', undefined],
])('%s / %s / %s is %s', (day, month, year, expected) => {
  expect(readTypedDate({ day, month, year })).toBe(expected);
});
