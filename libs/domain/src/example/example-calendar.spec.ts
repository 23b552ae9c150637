import { describe, expect, it } from '@jest/globals';
import { exampleCalendar } from './example-calendar.js';

describe('the example’s calendar', () => {
  it.each([
    ['2026-11-23', '2025-10-01', '2026-09-30', '2026-12-03', '2026-11-11', '2026-04-01'],
    ['2026-09-30', '2024-10-01', '2025-09-30', '2026-10-10', '2026-09-18', '2026-04-01'],
    ['2027-01-05', '2025-10-01', '2026-09-30', '2027-01-15', '2026-12-24', '2026-04-01'],
  ])('around %s', (today, from, to, due, overdue, plans) => {
    const { returnsDue, returnsOverdue, plansDue } = exampleCalendar(today);
    expect([returnsDue.coversFrom, returnsDue.coversTo, returnsDue.dueOn, returnsOverdue.dueOn, plansDue.coversFrom]).toEqual([from, to, due, overdue, plans]);
  });
});
