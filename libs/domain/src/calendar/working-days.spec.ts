import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ENGLAND_BANK_HOLIDAYS } from './bank-holidays.js';
import { isWorkingDay, workingDaysAfter } from './working-days.js';

describe('working days', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-12-25', false, 'Christmas Day'],
    ['2026-12-28', false, 'the substitute for Boxing Day, which is a Saturday'],
    ['2026-12-29', true, 'a Tuesday between the years'],
    ['2026-04-03', false, 'Good Friday'],
  ])('%s: %s (%s)', (date, expected) => {
    expect(isWorkingDay(date)).toBe(expected);
  });

  it.each([
    // Mon 23 Nov + 10: 24 25 26 27 (4), 30 Nov, 1 2 3 4 Dec (9), 7 Dec (10).
    ['2026-11-23', 10, '2026-12-07'],
    // Friday + 1 is Monday.
    ['2026-11-20', 1, '2026-11-23'],
    // Saturday + 1 is Monday: the weekend is not counted and neither is the start.
    ['2026-11-21', 1, '2026-11-23'],
    // Thu 24 Dec + 1: 25 is a holiday, 26 and 27 a weekend, 28 the substitute, so 29.
    ['2026-12-24', 1, '2026-12-29'],
    // Thu 26 Mar 2026 + 10: 27 (1), 30 31 Mar, 1 2 Apr (5), 3 Good Friday, 6 Easter Monday, 7 8 9 10 (9), 13 (10).
    ['2026-03-26', 10, '2026-04-13'],
    ['2026-11-23', 0, '2026-11-23'],
    // Over the end of British Summer Time (25 October 2026) no day is lost: Fri 23 + 1 = Mon 26.
    ['2026-10-23', 1, '2026-10-26'],
    // Beyond the table weekends alone count: Fri 30 Dec 2033 + 1 = Mon 2 Jan 2034.
    ['2033-12-30', 1, '2034-01-02'],
  ])('%s and %i working days is %s', (date, days, expected) => {
    expect(workingDaysAfter(date, days)).toBe(expected);
  });

  it.each(['2026-02-30', 'tomorrow', '2026-1-1', ''])('refuses "%s" as a date', (text) => {
    expect(() => isWorkingDay(text)).toThrow(RangeError);
    expect(() => workingDaysAfter(text, 1)).toThrow(RangeError);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %p as a number of days', (days) => {
    expect(() => workingDaysAfter('2026-11-23', days)).toThrow(RangeError);
  });

  it('has eight holidays a year, each once and each on a weekday', () => {
    for (const year of ['2025', '2026', '2027', '2028']) {
      expect(ENGLAND_BANK_HOLIDAYS.filter((date) => date.startsWith(year))).toHaveLength(8);
    }
    expect(new Set(ENGLAND_BANK_HOLIDAYS).size).toBe(ENGLAND_BANK_HOLIDAYS.length);
    for (const date of ENGLAND_BANK_HOLIDAYS) expect([1, 2, 3, 4, 5]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
  });

  it('always ends on a working day, and in steps as in one go', () => {
    const dates = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (start, first, second) => {
        const date = start.toISOString().slice(0, 10);
        const end = workingDaysAfter(date, first + second);
        expect(isWorkingDay(end)).toBe(true);
        expect(workingDaysAfter(workingDaysAfter(date, first), second)).toBe(end);
      }),
    );
  });
});
