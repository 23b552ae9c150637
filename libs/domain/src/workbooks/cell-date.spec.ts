import { describe, expect, it } from '@jest/globals';
import { dateOfCell } from './cell-date.js';

describe('a date in a cell', () => {
  it.each<[string | number | Date, string | undefined]>([
    [new Date('2026-12-15T00:00:00Z'), '2026-12-15'],
    // 46371: 126 years and 31 leap days after 30 December 1899 is 30 December 2025 (46021); 350 days more.
    [46_371, '2026-12-15'],
    [46_371.75, '2026-12-15'],
    ['2026-12-15', '2026-12-15'],
    [' 2026-1-5 ', '2026-01-05'],
    ['15/12/2026', '2026-12-15'],
    ['5.1.2026', '2026-01-05'],
    ['15 December 2026', '2026-12-15'],
    ['15 dec 2026', '2026-12-15'],
    ['1 Sept 2026', '2026-09-01'],
    ['31/2/2026', undefined],
    ['12/31/2026', undefined],
    ['next week', undefined],
    ['15 Ma 2026', undefined],
    [2026, undefined],
    [new Date(Number.NaN), undefined],
    ['', undefined],
  ])('%p: %s', (cell, date) => {
    expect(dateOfCell(cell)).toBe(date);
  });
});
