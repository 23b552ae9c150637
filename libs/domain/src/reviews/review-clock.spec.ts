import { describe, expect, it } from '@jest/globals';
import { ENGLAND } from '#domain/calendar/working-calendar.js';
import { isQuiet, reminderDue } from './review-clock.js';

describe('the reminders of a review that is due on Monday 7 December 2026', () => {
  it.each<[string, number | undefined]>([
    ['2026-12-01', undefined],
    // Three working days before: Friday 4 (1), Thursday 3 (2), Wednesday 2 (3).
    ['2026-12-02', 3],
    ['2026-12-03', 3],
    ['2026-12-04', 1],
    ['2026-12-05', 1],
    ['2026-12-07', 1],
    ['2026-12-08', 0],
    ['2027-02-01', 0],
  ])('on %s: %j', (today, days) => {
    expect(reminderDue('2026-12-07', today, ENGLAND)).toBe(days);
  });

  it('counts over Christmas and the new year', () => {
    // Due Monday 4 January 2027: Thursday 31 December is one working day before; 1 January is a bank holiday.
    expect(reminderDue('2027-01-04', '2026-12-30', ENGLAND)).toBe(3);
    expect(reminderDue('2027-01-04', '2026-12-31', ENGLAND)).toBe(1);
    // Tuesday 29 December is three before: 28 December is Boxing Day's substitute.
    expect(reminderDue('2027-01-04', '2026-12-28', ENGLAND)).toBeUndefined();
    expect(reminderDue('2027-01-04', '2026-12-29', ENGLAND)).toBe(3);
  });
});

describe('a holder of whom nothing is seen since Monday 23 November 2026 at 9:00', () => {
  const seen = { date: '2026-11-23', time: '09:00' };

  it.each([
    ['2026-11-27', '18:00', false],
    ['2026-11-29', '12:00', false],
    ['2026-11-30', '08:59', false],
    ['2026-11-30', '09:00', true],
    ['2026-12-01', '00:00', true],
  ])('on %s at %s: quiet %s', (date, time, quiet) => {
    expect(isQuiet(seen, { date, time }, ENGLAND)).toBe(quiet);
  });

  it('is not quiet because of Christmas', () => {
    const before = { date: '2026-12-23', time: '09:00' };
    // 24, 29, 30, 31 December and 4 January are the five working days.
    expect(isQuiet(before, { date: '2026-12-31', time: '23:00' }, ENGLAND)).toBe(false);
    expect(isQuiet(before, { date: '2027-01-04', time: '09:00' }, ENGLAND)).toBe(true);
  });
});
