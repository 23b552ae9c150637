import { describe, expect, it } from '@jest/globals';
import { cyclesThatOpen } from '#domain/calendar/reporting-cycles.js';
import { ENGLAND } from '#domain/calendar/working-calendar.js';
import { exampleCalendar, exampleRules } from './example-calendar.js';

describe('the example’s calendar', () => {
  it.each([
    ['2026-11-23', '2025-10-01', '2026-09-30', '2026-12-03', '2026-11-11', '2026-04-01'],
    ['2026-09-30', '2024-10-01', '2025-09-30', '2026-10-10', '2026-09-18', '2026-04-01'],
    ['2027-01-05', '2025-10-01', '2026-09-30', '2027-01-15', '2026-12-24', '2026-04-01'],
  ])('around %s', (today, from, to, due, overdue, plans) => {
    const { returnsDue, returnsOverdue, plansDue } = exampleCalendar(today);
    expect([returnsDue.coversFrom, returnsDue.coversTo, returnsDue.dueOn, returnsOverdue.dueOn, plansDue.coversFrom]).toEqual([from, to, due, overdue, plans]);
  });

  it.each(['2026-11-23', '2026-09-15', '2026-09-16', '2026-09-30', '2027-02-04'])('opens its next cycle of returns by itself after %s, for another period', (today) => {
    const { returns, startsOn } = exampleRules(today);
    const [next] = returns ? cyclesThatOpen('evidence-return', returns, { working: ENGLAND, recesses: [] }, { from: startsOn, to: '2028-12-31' }) : [];
    expect(next && next.opensOn > today).toBe(true);
    expect(next?.coversFrom).not.toBe(exampleCalendar(today).returnsDue.coversFrom);
  });
});
