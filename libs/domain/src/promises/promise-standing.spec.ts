import { describe, expect, it } from '@jest/globals';
import { actionStanding, recommendationStanding, stepStanding } from './promise-standing.js';

const TODAY = '2026-11-23';

describe('what has become of a promise', () => {
  it.each([
    ['2026-11-23', null, 'not-due'],
    ['2026-11-22', null, 'unshown'],
    ['2026-11-22', 'no-figure', 'unshown'],
    ['2026-11-22', 'not-come', 'unshown'],
    ['2027-01-01', 'shown', 'kept'],
    ['2026-01-01', 'not-shown', 'not-kept'],
  ] as const)('an action due on %s whose effect is %s: %s', (dueOn, outcome, standing) => expect(actionStanding({ dueOn, outcome }, TODAY)).toBe(standing));

  it.each([
    ['accepted', '2026-11-23', false, 'not-due'],
    ['accepted', '2026-11-22', true, 'late'],
    ['partly-accepted', '2026-11-22', false, 'late'],
    ['done', '2026-11-22', false, 'kept'],
    ['done', '2026-11-22', true, 'kept-late'],
    ['not-done', '2026-11-22', true, 'not-kept'],
    ['withdrawn', '2026-11-22', true, 'dropped'],
  ] as const)('of a recommendation that is %s, by %s (marked late: %s): %s', (state, promisedOn, wasOverdue, standing) =>
    expect(recommendationStanding({ state, promisedOn, wasOverdue }, TODAY)).toBe(standing));

  it.each([
    ['2026-11-22', null, 'unshown'],
    ['2026-11-23', null, 'not-due'],
    [null, null, 'not-due'],
    ['2026-11-22', 'done', 'kept'],
    ['2026-11-22', 'late', 'late'],
    ['2026-11-22', 'dropped', 'dropped'],
    ['2027-11-22', 'under-way', 'not-due'],
  ] as const)('a step due on %s of which the next return says %s: %s', (dueOn, outcome, standing) => expect(stepStanding({ dueOn, outcome }, TODAY)).toBe(standing));
});
