import { describe, expect, it } from '@jest/globals';
import { compareByDueDate, type DueSubmission, isOverdue, turnOf } from './due-date.js';
import { SUBMISSION_STATES } from './submission-status.js';

describe('overdue', () => {
  it.each<[string, string, number | null, boolean]>([
    ['on the due date itself', '2026-11-23', null, false],
    ['the day after', '2026-11-22', null, true],
    ['before', '2026-11-24', null, false],
    ['once a delivery stands', '2026-01-01', 1, false],
    ['after a withdrawal, which leaves nothing standing', '2026-01-01', null, true],
  ])('%s', (_, dueOn, standingVersion, overdue) => {
    expect(isOverdue({ dueOn, standingVersion }, '2026-11-23')).toBe(overdue);
  });
});

describe('the due list', () => {
  it('has a turn for every state', () => {
    expect(SUBMISSION_STATES.map((status) => [status, turnOf(status)])).toEqual([
      ['draft', 'department'], ['awaiting-sign-off', 'department'], ['submitted', 'council'], ['in-review', 'council'],
      ['changes-requested', 'department'], ['accepted', 'none'],
      ['published-unresolved', 'none'], ['withdrawn', 'department'], ['not-submitted', 'none'], ['not-owed', 'none'],
    ]);
  });

  it('has nothing late of what is owed no longer', () => {
    const late = { dueOn: '2026-04-21', standingVersion: null };
    expect([isOverdue(late, '2026-04-22'), isOverdue({ ...late, status: 'draft' }, '2026-04-22'), isOverdue({ ...late, status: 'not-owed' }, '2026-04-22')]).toEqual([true, true, false]);
  });

  it('goes by due date', () => {
    const due = (dueOn: string): DueSubmission => ({ status: 'draft', dueOn, standingVersion: null });
    expect([due('2026-12-01'), due('2026-02-01'), due('2026-02-01'), due('2025-12-31')].sort(compareByDueDate).map(({ dueOn }) => dueOn)).toEqual([
      '2025-12-31', '2026-02-01', '2026-02-01', '2026-12-01',
    ]);
  });
});
