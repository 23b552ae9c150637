import { describe, expect, it } from '@jest/globals';
import { defaultDateNeeded, firstDayOverdue, isGapOverdue } from './date-needed.js';
import type { DataGapState } from './data-gap-kind.js';

describe('the date by which figures are needed', () => {
  it.each<[string, string | undefined, string, string]>([
    ['2026-06-01', undefined, '2027-06-01', 'twelve months, where no target waits'],
    ['2026-06-01', '2030-12-15', '2027-06-01', 'twelve months come before 15 September 2030'],
    ['2026-06-01', '2027-05-31', '2027-02-28', 'three months before 31 May is the last of February'],
    ['2024-02-29', undefined, '2025-02-28', 'a year after a leap day'],
    ['2026-06-01', '2026-08-15', '2026-06-01', '15 May has passed when the gap is opened'],
    ['2026-06-01', '2027-01-31', '2026-10-31', 'back over the turn of the year'],
    ['2026-06-01', '2027-09-01', '2027-06-01', 'both on one day'],
  ])('opened on %s, decided on %s: %s (%s)', (openedOn, release, expected) => {
    expect(defaultDateNeeded(openedOn, release)).toBe(expected);
  });

  it.each<[DataGapState, string, boolean]>([
    ['open', '2027-06-01', false],
    ['open', '2027-06-02', true],
    ['planned', '2027-06-02', true],
    ['closed', '2027-06-02', false],
    ['not-to-be-closed', '2027-06-02', false],
  ])('%s on %s: overdue %s', (state, today, overdue) => {
    expect(isGapOverdue({ state, dateNeeded: '2027-06-01' }, today)).toBe(overdue);
  });

  it('is overdue from the day after, over the end of a month and of a year', () => {
    expect([firstDayOverdue('2028-02-28'), firstDayOverdue('2026-12-31')]).toEqual(['2028-02-29', '2027-01-01']);
  });
});
