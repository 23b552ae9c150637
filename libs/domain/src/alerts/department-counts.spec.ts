import { describe, expect, it } from '@jest/globals';
import { type CountedAlert, countAlerts, type DepartmentCounts } from './department-counts.js';

const ALERT: CountedAlert = {
  status: 'raised', acknowledgeDueOn: '2026-06-08', acknowledgedOn: null, responseDueOn: '2026-06-29', firstAnsweredOn: null, closedOn: null, accepted: false, escalated: false, queries: 0, timeRequests: 0, effects: [],
};

describe('the counts of a department', () => {
  it.each<[string, Partial<CountedAlert>, string, Partial<DepartmentCounts>]>([
    ['nothing due yet', {}, '2026-06-08', { raised: 1, open: 1, notAcknowledged: 0, notAnswered: 0 }],
    ['not acknowledged', {}, '2026-06-09', { notAcknowledged: 1, acknowledgedLate: 0, notAnswered: 0 }],
    ['acknowledged late', { acknowledgedOn: '2026-06-09' }, '2026-06-09', { acknowledgedLate: 1, notAcknowledged: 0 }],
    ['answered in time', { acknowledgedOn: '2026-06-08', firstAnsweredOn: '2026-06-29' }, '2026-07-01', { acknowledgedInTime: 1, answeredInTime: 1, notAnswered: 0 }],
    ['answered late', { firstAnsweredOn: '2026-06-30' }, '2026-07-01', { answeredLate: 1, answeredInTime: 0 }],
    ['no response', {}, '2026-06-30', { notAnswered: 1 }],
    ['closed before anything was due', { status: 'closed', closedOn: '2026-06-05' }, '2026-07-01', { open: 0, notAcknowledged: 0, notAnswered: 0 }],
    ['closed without an answer', { status: 'closed', closedOn: '2026-07-05' }, '2026-08-01', { open: 0, notAnswered: 1 }],
    ['all else', { accepted: true, escalated: true, queries: 2, timeRequests: 1, effects: ['shown', 'not-shown', 'no-figure', 'not-come'] }, '2026-06-01', { accepted: 1, escalated: 1, queries: 2, timeRequests: 1, effectShown: 1, effectNotShown: 1 }],
  ])('%s', (_, over, today, counts) => {
    expect(countAlerts([{ ...ALERT, ...over }], today)).toMatchObject(counts);
  });

  it('adds up', () => {
    expect(countAlerts([ALERT, ALERT, { ...ALERT, acknowledgedOn: '2026-06-02' }], '2026-06-30')).toMatchObject({ raised: 3, notAcknowledged: 2, acknowledgedInTime: 1, notAnswered: 3 });
    expect(countAlerts([], '2026-06-30').raised).toBe(0);
  });
});
