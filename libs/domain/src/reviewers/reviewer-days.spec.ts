import { describe, expect, it } from '@jest/globals';
import { ENGLAND } from '#domain/calendar/working-calendar.js';
import { pastPersonDays, personDays, type ReviewerLeave } from './reviewer-days.js';

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

describe('the days on which reviewers were there', () => {
  // 4 January 2027 is a Monday. The two weeks before: four days from 21 December (Christmas Day is a Friday), three from the 28th (Boxing Day kept, New Year).
  it.each<[string, ReviewerLeave[], string, number, number]>([
    ['nobody', [], '2026-11-25', 4, 0],
    ['no week', [there('a')], '2026-11-25', 0, 0],
    ['four weeks of two', [there('a'), there('b')], '2026-11-25', 4, 40],
    ['this week is not over', [there('a')], '2026-11-29', 1, 5],
    ['bank holidays', [there('a')], '2027-01-04', 2, 7],
    // Of 40 days: 26 October to 6 November are ten working days of one.
    ['leave', [{ id: 'a', away: [{ from: '2026-10-24', to: '2026-11-08' }] }, there('b')], '2026-11-25', 4, 30],
    ['leave that began before', [{ id: 'a', away: [{ from: '2026-01-01', to: '2026-10-27' }] }], '2026-11-25', 4, 18],
    ['leave that goes on', [{ id: 'a', away: [{ from: '2026-11-19', to: '2026-12-31' }] }], '2026-11-25', 4, 18],
  ])('%s', (_, reviewers, today, weeks, expected) => {
    expect(pastPersonDays(reviewers, today, weeks, isWorkingDay)).toBe(expected);
  });
});
