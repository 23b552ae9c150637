import { describe, expect, it } from '@jest/globals';
import { absenceFaults, type AbsenceDays, reviewsToSpread } from './absence.js';

const TODAY = '2026-11-23';

describe('leave', () => {
  it.each<[string, { from: string | undefined; to: string | undefined }, AbsenceDays[], string[]]>([
    ['of a day', { from: TODAY, to: TODAY }, [], []],
    ['that has begun', { from: '2026-11-20', to: TODAY }, [], []],
    ['without days', { from: '', to: '' }, [], ['from-missing', 'to-missing']],
    ['of no dates', { from: undefined, to: undefined }, [], ['from-no-date', 'to-no-date']],
    ['the wrong way round', { from: '2026-12-02', to: '2026-12-01' }, [], ['to-before-from']],
    ['that is over', { from: '2026-11-20', to: '2026-11-22' }, [], ['past']],
    // 23 November 2026 and 400 days more is 28 December 2027.
    ['of 401 days', { from: TODAY, to: '2027-12-28' }, [], []],
    ['of 402 days', { from: TODAY, to: '2027-12-29' }, [], ['too-long']],
    ['beside other leave', { from: '2026-12-01', to: '2026-12-04' }, [{ from: '2026-11-24', to: '2026-11-30' }, { from: '2026-12-05', to: '2026-12-06' }], []],
    ['that touches other leave', { from: '2026-12-01', to: '2026-12-04' }, [{ from: '2026-12-04', to: '2026-12-10' }], ['overlaps']],
    ['within other leave', { from: '2026-12-02', to: '2026-12-02' }, [{ from: '2026-12-01', to: '2026-12-10' }], ['overlaps']],
  ])('%s', (_, days, others, codes) => {
    expect(absenceFaults(days, others, TODAY).map(({ code }) => code)).toEqual(codes);
  });

  it.each<['due-in-it' | 'all-open', string[]]>([
    ['due-in-it', ['overdue', 'before', 'in it', 'on the last day']],
    ['all-open', ['overdue', 'before', 'in it', 'on the last day', 'after']],
  ])('%s gives away %j', (scope, ids) => {
    const held = [
      { id: 'overdue', dueOn: '2026-11-01' }, { id: 'before', dueOn: '2026-11-30' }, { id: 'in it', dueOn: '2026-12-02' },
      { id: 'on the last day', dueOn: '2026-12-04' }, { id: 'after', dueOn: '2026-12-05' },
    ];
    expect(reviewsToSpread(held, { from: '2026-12-01', to: '2026-12-04', scope }).map(({ id }) => id)).toEqual(ids);
  });
});
