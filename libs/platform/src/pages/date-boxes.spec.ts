import { describe, expect, it } from '@jest/globals';
import { boxesOf, dateOfBoxes, typedDateOf } from './date-boxes.js';

describe('a date in three boxes', () => {
  it.each([
    ['7', '3', '2027', '2027-03-07'],
    [' 07 ', '03', '2027', '2027-03-07'],
    ['29', '2', '2028', '2028-02-29'],
    ['29', '2', '2027', null],
    ['31', '4', '2027', null],
    ['', '', '', null],
    ['7', 'March', '2027', null],
    ['7', '3', '27', null],
    ['7', '3', '02027', null],
  ])('“%s” “%s” “%s” is %s', (day, month, year, date) => {
    expect(dateOfBoxes({ day, month, year })).toBe(date);
  });

  it.each([
    ['7', '3', '2027', '2027-03-07'],
    [' 07 ', '03', '2027', '2027-03-07'],
    ['', ' ', '', ''],
    ['29', '2', '2027', '2027-02-29'],
    ['7', '', '', '0000-00-07'],
    ['7', 'March', '27', '0027-March-07'],
  ])('“%s” “%s” “%s” was typed as “%s”', (day, month, year, typed) => {
    expect(typedDateOf({ day, month, year })).toBe(typed);
  });

  it('shows what it read', () => {
    expect(boxesOf('2027-03-07')).toEqual({ day: '7', month: '3', year: '2027' });
    expect(boxesOf(null)).toEqual({ day: '', month: '', year: '' });
  });
});
