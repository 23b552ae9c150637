import { describe, expect, it } from '@jest/globals';
import { acknowledgeDueOn, answerAgainDueOn, type Kept, keptDate, owedBy } from './alert-deadlines.js';

describe('the dates of an alert', () => {
  it.each([
    // Monday 1 June 2026: 2, 3, 4, 5 and 8 June
    ['2026-06-01', '2026-06-08', '2026-06-15'],
    // Wednesday 1 April 2026, with Good Friday and Easter Monday: 2, 7, 8, 9, 10; 13 to 17
    ['2026-04-01', '2026-04-10', '2026-04-17'],
  ])('from %s: acknowledged by %s, answered again by %s', (from, acknowledge, again) => {
    expect([acknowledgeDueOn(from), answerAgainDueOn(from)]).toEqual([acknowledge, again]);
  });

  it('are owed by the later question', () => {
    expect(owedBy({ responseDueOn: '2026-06-29', answerAgainDueOn: null })).toBe('2026-06-29');
    expect(owedBy({ responseDueOn: '2026-06-29', answerAgainDueOn: '2026-08-03' })).toBe('2026-08-03');
  });

  it.each<[string | null, string | null, string, Kept]>([
    ['2026-06-08', null, '2026-07-01', 'in-time'],
    ['2026-06-09', null, '2026-07-01', 'late'],
    ['2026-06-09', '2026-06-10', '2026-07-01', 'late'],
    [null, null, '2026-06-08', 'waiting'],
    [null, null, '2026-06-09', 'not'],
    // cleared in time: nothing was owed; cleared after the date: it was
    [null, '2026-06-08', '2026-07-01', 'not-needed'],
    [null, '2026-06-09', '2026-07-01', 'not'],
  ])('done %s, ended %s, on %s: %s', (doneOn, endedOn, today, kept) => {
    expect(keptDate({ dueOn: '2026-06-08', doneOn, endedOn }, today)).toBe(kept);
  });
});
