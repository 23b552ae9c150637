import { describe, expect, it } from '@jest/globals';
import { daysOfMonth, monthAfter, monthOf } from './change-month.js';

describe('the months that changes are listed by', () => {
  it.each([
    ['2026-11', '2026-11'],
    ['2026-00', null],
    ['2026-13', null],
    ['1999-12', null],
    ['2026-1', null],
    ['2026-11-01', null],
    ['', null],
  ])('%j is %j', (text, month) => {
    expect(monthOf(text)).toBe(month);
  });

  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-01', -13, '2024-12'],
  ])('%s and %i months is %s', (month, months, after) => {
    expect(monthAfter(month, months)).toBe(after);
  });

  it('begins on its first day and ends before the next month’s', () => {
    expect(daysOfMonth('2024-12')).toEqual({ from: '2024-12-01', until: '2025-01-01' });
  });
});
