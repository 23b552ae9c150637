import { describe, expect, it } from '@jest/globals';
import { financialYearOf, halfYearEndedBefore } from './reporting-period.js';

describe('the half-year that ended last', () => {
  it.each<[string, number, string, string, string]>([
    ['2026-11-23', 0, 'April to September 2026', '2026-04-01', '2026-09-30'],
    ['2026-11-23', 1, 'October 2025 to March 2026', '2025-10-01', '2026-03-31'],
    ['2026-11-23', 2, 'April to September 2025', '2025-04-01', '2025-09-30'],
    ['2026-09-30', 0, 'October 2025 to March 2026', '2025-10-01', '2026-03-31'],
    ['2026-10-01', 0, 'April to September 2026', '2026-04-01', '2026-09-30'],
    ['2026-03-31', 0, 'April to September 2025', '2025-04-01', '2025-09-30'],
    ['2026-01-01', 1, 'October 2024 to March 2025', '2024-10-01', '2025-03-31'],
  ])('on %s, %d back, is %s', (today, back, label, from, to) => {
    expect(halfYearEndedBefore(today, back)).toEqual({ label, from, to });
  });
});

describe('the financial year', () => {
  it.each([
    ['2026-04-01', '2026 to 2027'],
    ['2027-03-31', '2026 to 2027'],
    ['2026-01-15', '2025 to 2026'],
  ])('of %s is %s', (today, label) => {
    expect(financialYearOf(today).label).toBe(label);
  });

  it('refuses what is no date', () => {
    expect(() => financialYearOf('soon')).toThrow(RangeError);
  });
});
