import { describe, expect, it } from '@jest/globals';
import type { AlertStatus } from './alert-status.js';
import { noResponse, responseDueOn } from './response-due.js';

describe('when an answer is due', () => {
  it.each([
    // Monday 1 June 2026 + 20 working days = four weeks, no bank holiday between: Monday 29 June
    ['2026-06-01', '2026-06-29'],
    // Wednesday 1 April 2026: Good Friday 3 April and Easter Monday 6 April do not count. 2, 7, 8, 9, 10 April are 1 to 5,
    // 13 to 17 April 6 to 10, 20 to 24 April 11 to 15, 27 April to 1 May 16 to 20
    ['2026-04-01', '2026-05-01'],
  ])('raised on %s: by %s', (raisedOn, dueOn) => {
    expect(responseDueOn(raisedOn)).toBe(dueOn);
  });
});

describe('no response', () => {
  it.each<[AlertStatus, boolean, string, boolean]>([
    ['raised', false, '2026-06-29', false],
    ['raised', false, '2026-06-30', true],
    ['acknowledged', false, '2026-06-30', true],
    ['escalated', false, '2026-06-30', true],
    ['escalated', true, '2026-06-30', false],
    ['answered', true, '2026-06-30', false],
    ['not-accepted', true, '2026-12-31', false],
    ['closed', false, '2026-06-30', false],
  ])('%s, answered %s, on %s: %s', (status, answered, today, expected) => {
    expect(noResponse({ status, answered, responseDueOn: '2026-06-29' }, today)).toBe(expected);
  });
});
