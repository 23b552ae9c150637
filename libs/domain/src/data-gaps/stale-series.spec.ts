import { describe, expect, it } from '@jest/globals';
import { staleSeries, usualStepInMonths } from './stale-series.js';

const years = (from: number, to: number, end = '12-31'): string[] => Array.from({ length: to - from + 1 }, (_, index) => `${from + index}-${end}`);

describe('the usual step of a series', () => {
  it.each<[string[], number, string]>([
    [['2019-12-31'], 12, 'one period says nothing: a year'],
    [[], 12, 'none either'],
    [years(2015, 2019), 12, 'yearly'],
    [[...years(2016, 2019, '08-31'), '2022-08-31', '2023-08-31'], 12, 'yearly with two years left out'],
    [['2025-01-31', '2025-04-30', '2025-07-31'], 3, 'quarterly'],
    [['2023-12-31', '2022-12-31', '2021-12-31'], 12, 'three-year windows that move by one, in any order'],
    [['2016-03-31', '2019-03-31', '2022-03-31'], 36, 'three-year windows side by side'],
    [['2024-12-31', '2024-12-31', '2023-12-31'], 12, 'the same period twice'],
  ])('%j: %d months (%s)', (ends, months) => {
    expect(usualStepInMonths(ends)).toBe(months);
  });
});

describe('a stale series', () => {
  it.each<[string, { periodEnds: string[]; lagsInDays: number[]; declaredLagInDays?: number }, string, object | undefined]>([
    // travel time: to 31 December 2019, published on 4 November 2021 (674 days). 31 December 2020 + 674 days = 5 November 2022
    // (365 days of 2021, then 309 of 2022), and half a year: 5 May 2023
    ['travel time that ends in 2019', { periodEnds: years(2014, 2019), lagsInDays: [674] }, '2026-11-23', { lastPeriodEnd: '2019-12-31', dueBy: '2023-05-05' }],
    ['the same on its last day', { periodEnds: years(2014, 2019), lagsInDays: [674] }, '2023-05-05', undefined],
    ['the same a day later', { periodEnds: years(2014, 2019), lagsInDays: [674] }, '2023-05-06', { dueBy: '2023-05-05' }],
    // 31 August 2025 + a year + 100 days = 9 December 2026, + 6 months
    ['a school year that has just come', { periodEnds: years(2018, 2025, '08-31'), lagsInDays: [100] }, '2026-11-23', undefined],
    // median of 90, 100 and 400 is 100: one late release makes no late series. 31 December 2024 + 12 months + 100 days = 10 April 2026
    ['one late release', { periodEnds: years(2020, 2024), lagsInDays: [400, 90, 100] }, '2026-10-11', { dueBy: '2026-10-10' }],
    // no release has a date: the target's own 200 days. 31 December 2023 + 12 months + 200 days = 19 July 2025, + 6 months
    ['undated releases', { periodEnds: years(2020, 2023), lagsInDays: [], declaredLagInDays: 200 }, '2026-01-20', { dueBy: '2026-01-19' }],
    // nothing is known: a year. 31 December 2023 + 12 months + 365 days = 31 December 2025, + 6 months = 30 June 2026
    ['nothing known of its releases', { periodEnds: years(2020, 2023), lagsInDays: [] }, '2026-07-01', { dueBy: '2026-06-30' }],
    // published before its period ended counts as at once: 31 December 2024 + 12 months + 6 months
    ['a release before its period ended', { periodEnds: years(2020, 2024), lagsInDays: [-30] }, '2026-07-01', { dueBy: '2026-06-30' }],
    ['no figure at all', { periodEnds: [], lagsInDays: [100] }, '2026-11-23', undefined],
  ])('%s', (_, history, today, expected) => {
    const found = staleSeries(history, today);
    if (expected) expect(found).toMatchObject(expected);
    else expect(found).toBeUndefined();
  });
});
