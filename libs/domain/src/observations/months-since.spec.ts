import { describe, expect, it } from '@jest/globals';
import { monthsSince } from './months-since.js';

describe('monthsSince', () => {
  it.each([
    ['2025-08-31', '2026-11-23', 14, 'September 2025 to October 2026 are 14 whole months; November is not over'],
    ['2025-08-31', '2026-11-30', 15, 'the last of November ends the 15th'],
    ['2025-08-31', '2025-09-29', 0, 'less than a month'],
    ['2025-08-31', '2025-09-30', 1, 'the last of a shorter month ends it'],
    ['2025-04-30', '2026-10-29', 17, 'the day before the 18th is full'],
    ['2025-04-30', '2026-10-30', 18, 'the same day'],
    ['2024-12-31', '2025-02-28', 2, 'the end of February'],
    ['2024-02-29', '2025-02-28', 12, 'a leap day and a year'],
    ['2026-11-23', '2026-11-23', 0, 'today'],
    ['2027-01-01', '2026-11-23', 0, 'not over yet'],
    ['soon', '2026-11-23', 0, 'no date'],
  ])('from %s to %s: %d (%s)', (past, today, months) => expect(monthsSince(past, today)).toBe(months));
});
