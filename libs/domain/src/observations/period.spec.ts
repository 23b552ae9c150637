import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparePeriods, overlapCorrelation, parsePeriod, type Period } from './period.js';
import { YEAR_KINDS, type YearKind } from './year-kind.js';

function period(text: string): Period {
  const found = parsePeriod(text);
  if (!found) throw new Error(`not a period: ${text}`);
  return found;
}

describe('parsePeriod', () => {
  it.each([
    // current files
    ['2023-01-01/P1Y', '2023-01-01/P1Y', '2023-12-31', 12, '2023', 2023.5],
    ['2018-01-01T00:00:00/P3Y', '2018-01-01/P3Y', '2020-12-31', 36, '2018 to 2020', 2019.5],
    ['2017-01-01/P3Y', '2017-01-01/P3Y', '2019-12-31', 36, '2017 to 2019', 2018.5],
    // 2018 + 8/12 + 6/12
    ['2018-09-01/P1Y', '2018-09-01/P1Y', '2019-08-31', 12, 'school year 2018/19', 2019 + 2 / 12],
    ['2022-04-01/P1Y', '2022-04-01/P1Y', '2023-03-31', 12, 'financial year 2022/23', 2022.75],
    ['1999-04-01/P1Y', '1999-04-01/P1Y', '2000-03-31', 12, 'financial year 1999/00', 1999.75],
    ['2023-08-01/P1Y', '2023-08-01/P1Y', '2024-07-31', 12, 'academic year 2023/24 (August to July)', 2024 + 1 / 12],
    ['2022-04-01/P3Y', '2022-04-01/P3Y', '2025-03-31', 36, 'April 2022 to March 2025', 2023.75],
    // 15 of 30 days of November gone: 2015 + 10.5/12 + 1/2
    ['2015-11-16/P1Y', '2015-11-16/P1Y', '2016-11-15', 12, 'year to 15 November 2016', 2016.375],
    ['2026-01-01', '2026-01-01', '2026-01-01', 0, 'January 2026', 2026],
    // 29 of 30 days of April gone
    ['2025-04-30', '2025-04-30', '2025-04-30', 0, '30 April 2025', 2025 + (3 + 29 / 30) / 12],
    // less usual lengths
    ['2024-02-01/P1M', '2024-02-01/P1M', '2024-02-29', 1, 'February 2024', 2024 + 1.5 / 12],
    ['2024-01-01/P3M', '2024-01-01/P3M', '2024-03-31', 3, 'January to March 2024', 2024.125],
    ['2024-11-01/P3M', '2024-11-01/P3M', '2025-01-31', 3, 'November 2024 to January 2025', 2024 + 11.5 / 12],
    ['2024-01-01/P12M', '2024-01-01/P1Y', '2024-12-31', 12, '2024', 2024.5],
    ['2015-11-16/P2Y', '2015-11-16/P2Y', '2017-11-15', 24, '16 November 2015 to 15 November 2017', 2016.875],
    // earlier releases
    ['2008', '2008-01-01/P1Y', '2008-12-31', 12, '2008', 2008.5],
    ['2018-20', '2018-01-01/P3Y', '2020-12-31', 36, '2018 to 2020', 2019.5],
    ['2024-01', '2024-01-01', '2024-01-01', 0, 'January 2024', 2024],
    ['01/2004 - 12/2004', '2004-01-01/P1Y', '2004-12-31', 12, '2004', 2004.5],
    ['04/2020-03/2021', '2020-04-01/P1Y', '2021-03-31', 12, 'financial year 2020/21', 2020.75],
    ['As of 13 January 2023', '2023-01-13', '2023-01-13', 0, '13 January 2023', 2023 + 12 / 31 / 12],
    ['2021 May', '2021-05-01', '2021-05-01', 0, 'May 2021', 2021 + 4 / 12],
    [' 2026-01-01 ', '2026-01-01', '2026-01-01', 0, 'January 2026', 2026],
  ])('reads %s', (text, key, end, months, label, middle) => {
    const found = period(text);
    expect(found).toEqual({ key, start: key.slice(0, 10), end, months, label, middle: expect.closeTo(middle, 9) });
  });

  it.each([
    ['2023-02-30'],
    ['2023-02-29/P1Y'],
    ['2023-13-01/P1Y'],
    ['2023-00-01'],
    ['2023-01-00'],
    ['2024-02-29/P1Y'], // would end on a day that 2025 has not
    ['2023-01-01/P0Y'],
    ['2023-01-01/1Y'],
    ['2023-01-01T09:30:00/P1Y'],
    ['9999-01-01/P999Y'],
    ['2021-2022'], // a school year in one file, a financial year in another
    ['2011-2012'],
    ['202122'],
    ['201922'],
    ['2018-19'], // two calendar years or one school year
    ['2010-12'], // December 2010 or 2010 to 2012
    ['2004-06'],
    ['2018-99'],
    ['12/2004 - 01/2004'],
    ['As of 31 February 2023'],
    ['As of 13 Januar 2023'],
    ['2021 Mai'],
    ['constructor'],
    [''],
  ])('refuses %s', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  // the metric's kind of year decides what the text alone leaves open
  it.each<[string, YearKind, string, string]>([
    ['2021-2022', 'financial', '2021-04-01/P1Y', 'financial year 2021/22'],
    ['2021-2022', 'school', '2021-09-01/P1Y', 'school year 2021/22'],
    ['2011-2012', 'financial', '2011-04-01/P1Y', 'financial year 2011/12'],
    ['2021/2022', 'school', '2021-09-01/P1Y', 'school year 2021/22'],
    ['2021/22', 'further-education', '2021-08-01/P1Y', 'academic year 2021/22 (August to July)'],
    ['2021-22', 'financial', '2021-04-01/P1Y', 'financial year 2021/22'],
    ['2018-19', 'school', '2018-09-01/P1Y', 'school year 2018/19'],
    ['2018–19', 'school', '2018-09-01/P1Y', 'school year 2018/19'],
    ['1999-00', 'financial', '1999-04-01/P1Y', 'financial year 1999/00'],
    ['1999/00', 'school', '1999-09-01/P1Y', 'school year 1999/00'],
    // one year by the metric, though 11 could be November
    ['2010-11', 'financial', '2010-04-01/P1Y', 'financial year 2010/11'],
    ['202122', 'school', '2021-09-01/P1Y', 'school year 2021/22'],
    ['201920', 'financial', '2019-04-01/P1Y', 'financial year 2019/20'],
    // April 2019 to March 2022: three years in six digits
    ['201922', 'financial', '2019-04-01/P3Y', 'April 2019 to March 2022'],
    ['2018-09-01T00:00:00/P1Y', 'school', '2018-09-01/P1Y', 'school year 2018/19'],
    ['2015-11-16/P1Y', 'financial', '2015-11-16/P1Y', 'year to 15 November 2016'],
    ['04/2020-03/2021', 'financial', '2020-04-01/P1Y', 'financial year 2020/21'],
    ['2008', 'calendar', '2008-01-01/P1Y', '2008'],
    ['2018-20', 'calendar', '2018-01-01/P3Y', '2018 to 2020'],
    ['2018-2020', 'calendar', '2018-01-01/P3Y', '2018 to 2020'],
    ['2024-01-31', 'calendar', '2024-01-31', '31 January 2024'],
    // the survey's day moves within April; its figures meet in the month
    ['2025-04-30', 'snapshot', '2025-04-01', 'April 2025'],
    ['2024-04', 'snapshot', '2024-04-01', 'April 2024'],
    // could be a window of years elsewhere
    ['2002-04', 'snapshot', '2002-04-01', 'April 2002'],
    ['2022', 'snapshot', '2022-04-01', 'April 2022'],
    ['As of 13 January 2023', 'snapshot', '2023-01-01', 'January 2023'],
    ['2021 May', 'snapshot', '2021-05-01', 'May 2021'],
    ['2024-01-01T00:00:00', 'snapshot', '2024-01-01', 'January 2024'],
  ])('reads %s of a %s series as %s', (text, yearKind, key, label) => {
    expect(parsePeriod(text, { yearKind, snapshotMonth: 4 })).toMatchObject({ key, label });
  });

  it.each<[string, YearKind]>([
    // two calendar years, or somebody else's one year
    ['2021-22', 'calendar'],
    ['2021-2022', 'calendar'],
    ['2021/22', 'calendar'],
    ['202122', 'calendar'],
    ['201922', 'calendar'],
    ['201922', 'school'],
    // the year that begins or the year that ends in it
    ['2021', 'financial'],
    ['2021', 'school'],
    ['2021', 'further-education'],
    // December, or April 2010 to March 2012
    ['2010-12', 'financial'],
    ['2010-12', 'calendar'],
    ['2021-22', 'snapshot'],
    ['2021/22', 'snapshot'],
    ['202113', 'snapshot'],
    ['2025-04-31', 'snapshot'],
    ['2022-2021', 'financial'],
  ])('refuses %s of a %s series', (text, yearKind) => {
    expect(parsePeriod(text, { yearKind, snapshotMonth: 4 })).toBeUndefined();
  });

  it('refuses a bare year of snapshots whose month nobody has said', () => {
    expect(parsePeriod('2022', { yearKind: 'snapshot', snapshotMonth: null })).toBeUndefined();
  });

  it('reads its own key back as the same period, and never throws', () => {
    const texts = fc.oneof(
      fc.string(),
      fc
        .tuple(
          fc.integer({ min: 1, max: 9999 }),
          fc.integer({ min: 0, max: 13 }),
          fc.integer({ min: 0, max: 32 }),
          fc.nat(40),
        )
        .map(([year, month, day, length]) => {
          const date = [
            String(year).padStart(4, '0'),
            String(month).padStart(2, '0'),
            String(day).padStart(2, '0'),
          ].join('-');
          return length === 0 ? date : `${date}/P${length}${length % 2 ? 'Y' : 'M'}`;
        }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const reading of [undefined, ...YEAR_KINDS.map((yearKind) => ({ yearKind, snapshotMonth: 9 }))]) {
          const found = parsePeriod(text, reading);
          if (!found) continue;
          expect(parsePeriod(found.key, reading)).toEqual(found);
          expect(found.end >= found.start).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('comparePeriods', () => {
  it('orders by the middle, then the shorter first', () => {
    const texts = [
      '2024-01-01/P1Y',
      '2023-09-01/P1Y',
      '2026-01-01',
      '2019-01-01/P3Y',
      '2020-01-01/P1Y',
      '2023-08-01/P1Y',
    ];
    const sorted = texts.map(period).sort(comparePeriods);
    expect(sorted.map(({ key }) => key)).toEqual([
      '2020-01-01/P1Y', // 2020.5
      '2019-01-01/P3Y', // 2020.5, longer
      '2023-08-01/P1Y',
      '2023-09-01/P1Y',
      '2024-01-01/P1Y',
      '2026-01-01',
    ]);
    expect(comparePeriods(period('2026-01-01'), period('2026-01-01'))).toBe(0);
  });
});

describe('the middle of a period', () => {
  it.each([
    // whole years are whole, over a leap year too
    ['2018-09-01/P1Y', '2024-09-01/P1Y', 6],
    ['2024-01-01', '2030-01-01', 6],
    ['2017-01-01/P3Y', '2022-01-01/P3Y', 5],
    ['2024-01-01/P1Y', '2023-01-01/P1Y', -1],
  ])('lies, from %s to %s, %d years on', (from, to, years) => {
    expect(period(to).middle - period(from).middle).toBeCloseTo(years, 9);
  });
});

describe('overlapCorrelation', () => {
  it.each([
    ['2017-01-01/P3Y', '2018-01-01/P3Y', 2 / 3],
    ['2017-01-01/P3Y', '2019-01-01/P3Y', 1 / 3],
    ['2017-01-01/P3Y', '2020-01-01/P3Y', 0],
    ['2017-01-01/P3Y', '2025-01-01/P3Y', 0],
    ['2022-01-01/P3Y', '2020-01-01/P3Y', 1 / 3],
    ['2023-01-01/P1Y', '2024-01-01/P1Y', 0],
    ['2023-01-01/P1Y', '2023-04-01/P1Y', 9 / 12],
    // 12 of 12 and of 36 months: 12/√(12·36)
    ['2018-01-01/P1Y', '2017-01-01/P3Y', 12 / Math.sqrt(432)],
    ['2026-01-01', '2026-01-01/P1Y', 0],
    ['2026-01-01', '2026-01-01', 1],
  ])('of %s and %s is %d', (a, b, rho) => {
    expect(overlapCorrelation(period(a), period(b))).toBeCloseTo(rho, 9);
  });
});
