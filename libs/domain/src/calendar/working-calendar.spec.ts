import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ENGLAND, NATION_NAMES, type Nation, WorkingCalendar } from './working-calendar.js';

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
    expect(ENGLAND.isWorkingDay(date)).toBe(expected);
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
    // 1 January 2034 is a Sunday, its substitute Monday 2: Fri 30 Dec 2033 + 1 = Tue 3 Jan 2034.
    ['2033-12-30', 1, '2034-01-03'],
  ])('%s and %i working days is %s', (date, days, expected) => {
    expect(ENGLAND.after(date, days)).toBe(expected);
  });

  it.each(['2026-02-30', 'tomorrow', '2026-1-1', ''])('refuses "%s" as a date', (text) => {
    expect(() => ENGLAND.isWorkingDay(text)).toThrow(RangeError);
    expect(() => ENGLAND.after(text, 1)).toThrow(RangeError);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %p as a number of days', (days) => {
    expect(() => ENGLAND.after('2026-11-23', days)).toThrow(RangeError);
  });

  // https://www.gov.uk/bank-holidays (Open Government Licence v3.0), as published; substitutes stand for weekends.
  it.each<[Nation, number, string[]]>([
    ['england', 2025, ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']],
    ['england', 2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    ['england', 2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
    ['england', 2022, ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27']],
    ['wales', 2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    ['scotland', 2025, ['01-01', '01-02', '04-18', '05-05', '05-26', '08-04', '12-01', '12-25', '12-26']],
    ['northern-ireland', 2026, ['01-01', '03-17', '04-03', '04-06', '05-04', '05-25', '07-13', '08-31', '12-25', '12-28']],
  ])('%s in %i: a weekday is a holiday only where it is published as one', (nation, year, published) => {
    const calendar = new WorkingCalendar(nation);
    const days = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)));
    const found = days.filter((day) => ![0, 6].includes(day.getUTCDay())).map((day) => day.toISOString().slice(0, 10));
    expect(found.filter((date) => !calendar.isWorkingDay(date)).map((date) => date.slice(5))).toEqual(published);
  });

  it('follows what people have added and dropped', () => {
    // Scotland's extra day for the World Cup of 2026, and a May holiday moved from Monday 4 to Friday 8
    const calendar = new WorkingCalendar('scotland', { added: ['2026-06-15', '2026-05-08'], dropped: ['2026-05-04'] });
    expect(['2026-06-15', '2026-05-08', '2026-05-04'].map((date) => calendar.isWorkingDay(date))).toEqual([false, false, true]);
  });

  it.each([
    // Mon 7 Dec - 10: 4 3 2 1 Dec, 30 Nov (5), 27 26 25 24 (9), 23 Nov (10).
    ['2026-12-07', 10, '2026-11-23'],
    // Tue 29 Dec - 1: 28 a substitute, 27 and 26 a weekend, 25 a holiday, so 24.
    ['2026-12-29', 1, '2026-12-24'],
    // Over the change of the clocks on 28 March 2027: Tue 30 - 1: 29 is Easter Monday, 28 27 a weekend, 26 Good Friday, so 25.
    ['2027-03-30', 1, '2027-03-25'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s less %i working days is %s', (date, days, expected) => {
    expect(ENGLAND.before(date, days)).toBe(expected);
  });

  it('counts the working days between two dates', () => {
    // 24 25 26 27 Nov, 30 Nov, 1 Dec
    expect(ENGLAND.between('2026-11-23', '2026-12-01')).toBe(6);
    expect(ENGLAND.between('2026-12-01', '2026-11-23')).toBe(0);
    expect(NATION_NAMES.map((nation) => new WorkingCalendar(nation).between('2026-11-27', '2026-12-01'))).toEqual([2, 2, 1, 2]);
  });

  it('finds the first working day from a date on', () => {
    expect([ENGLAND.onOrAfter('2026-12-25'), ENGLAND.onOrAfter('2026-12-29')]).toEqual(['2026-12-29', '2026-12-29']);
  });

  it('always ends on a working day, and in steps as in one go', () => {
    const dates = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (start, first, second) => {
        const date = start.toISOString().slice(0, 10);
        const end = ENGLAND.after(date, first + second);
        expect(ENGLAND.isWorkingDay(end)).toBe(true);
        expect(ENGLAND.after(ENGLAND.after(date, first), second)).toBe(end);
      }),
    );
  });
});
