import { describe, expect, it } from '@jest/globals';
import { type FilteredReview, isDue, passesFilter, type QueueFilter } from './queue-filter.js';

const review: FilteredReview = {
  id: 'r', status: 'queued', risk: 'some', queuedAt: new Date('2026-11-02T09:00:00Z'), reviewerId: null, kind: 'evidence-return',
  organisationId: 'dfe', missionId: 'education', dueOn: '2026-11-24', needsSecond: false, questionOpen: false,
};
const passes = (given: Partial<FilteredReview>, filter: QueueFilter): boolean => passesFilter({ ...review, ...given }, filter, { readerId: 'ada', today: '2026-11-23' });

describe('a filter of the queue', () => {
  it.each<[string, Partial<FilteredReview>, QueueFilter, boolean]>([
    ['none', {}, {}, true],
    ['the kind', {}, { kind: 'evidence-return' }, true],
    ['another kind', {}, { kind: 'delivery-plan' }, false],
    ['the department', {}, { department: 'dfe' }, true],
    ['another department', {}, { department: 'dhsc' }, false],
    ['the mission', {}, { mission: 'education' }, true],
    ['a plan has no mission', { missionId: null }, { mission: 'education' }, false],
    ['the risk', {}, { risk: 'some' }, true],
    ['another risk', {}, { risk: 'high' }, false],
    ['waiting', {}, { state: 'waiting' }, true],
    ['mine', { status: 'claimed', reviewerId: 'ada' }, { state: 'mine' }, true],
    ['mine while it waits for a second one', { status: 'proposed', reviewerId: 'ada' }, { state: 'mine' }, true],
    ['mine is not waiting', { status: 'claimed', reviewerId: 'ada' }, { state: 'waiting' }, false],
    ['another’s', { status: 'claimed', reviewerId: 'ben' }, { state: 'others' }, true],
    ['another’s is not mine', { status: 'claimed', reviewerId: 'ben' }, { state: 'mine' }, false],
    ['nobody’s is not another’s', {}, { state: 'others' }, false],
    ['a second reviewer', { needsSecond: true }, { state: 'second' }, true],
    ['no second reviewer', {}, { state: 'second' }, false],
    ['a question', { questionOpen: true }, { state: 'question' }, true],
    ['no question', {}, { state: 'question' }, false],
    ['every part must hold', {}, { kind: 'evidence-return', risk: 'high' }, false],
  ])('%s', (_, given, filter, expected) => {
    expect(passes(given, filter)).toBe(expected);
  });

  // 23 November 2026 is a Monday, the 29th its Sunday.
  it.each<[string, string, boolean, boolean]>([
    ['2026-11-22', '2026-11-23', true, false],
    ['2026-11-23', '2026-11-23', false, true],
    ['2026-11-29', '2026-11-23', false, true],
    ['2026-11-30', '2026-11-23', false, false],
    ['2026-11-29', '2026-11-29', false, true],
    ['2026-11-30', '2026-11-29', false, false],
  ])('due on %s, on %s: overdue %s, this week %s', (dueOn, today, overdue, week) => {
    expect([isDue(dueOn, 'overdue', today), isDue(dueOn, 'week', today)]).toEqual([overdue, week]);
  });
});
