import { describe, expect, it } from '@jest/globals';
import { ENGLAND } from '#domain/calendar/working-calendar.js';
import { personDays, type ReviewerLeave } from './reviewer-days.js';

const isWorkingDay = (date: string): boolean => ENGLAND.isWorkingDay(date);
const there = (id: string): ReviewerLeave => ({ id, away: [] });

describe('the days on which reviewers are there', () => {
  // 23 November 2026 is a Monday. Christmas Day 2026 is a Friday, Boxing Day is kept on Monday the 28th, New Year's Day is a Friday.
  it.each<[string, ReviewerLeave[], string, number[]]>([
    ['nobody', [], '2026-11-23', [0, 0]],
    ['one', [there('a')], '2026-11-23', [5, 5]],
    ['two', [there('a'), there('b')], '2026-11-23', [10, 10]],
    ['this week from today', [there('a')], '2026-11-26', [2, 5]],
    ['nothing is left of a Saturday', [there('a')], '2026-11-28', [0, 5]],
    ['leave, both ends counted', [{ id: 'a', away: [{ from: '2026-11-26', to: '2026-11-30' }] }, there('b')], '2026-11-23', [8, 9]],
    ['leave over a weekend takes no day', [{ id: 'a', away: [{ from: '2026-11-28', to: '2026-11-29' }] }], '2026-11-23', [5, 5]],
    ['bank holidays', [there('a')], '2026-12-21', [4, 3]],
  ])('%s', (_, reviewers, today, expected) => {
    const days = personDays(reviewers, today, isWorkingDay);
    expect(days).toHaveLength(13);
    expect(days.slice(0, 2)).toEqual(expected);
  });
});
