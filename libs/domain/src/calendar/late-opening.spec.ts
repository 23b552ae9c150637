import { describe, expect, it } from '@jest/globals';
import { lateDays, runningCycles } from './late-opening.js';
import { type CycleDays } from './reporting-cycles.js';
import { ENGLAND } from './working-calendar.js';

/** Opened on Tuesday 24 March 2026; 24 working days (Easter in between) to Wednesday 29 April, 15 more to Thursday 21 May. */
const SPRING: CycleDays = {
  kind: 'evidence-return', coversLabel: 'January to March 2026', coversFrom: '2026-01-01', coversTo: '2026-03-31', opensOn: '2026-03-24', dueOn: '2026-04-29', closesOn: '2026-05-21',
};

describe('the days of whoever comes late to a cycle', () => {
  it.each<[string, string, string | null]>([
    ['2026-03-24', '2026-04-29', '2026-05-21'],
    // one day later: one day later
    ['2026-03-25', '2026-04-30', '2026-05-22'],
    // on the due date itself: 24 working days after Wed 29 April, without the holidays of 4 and 25 May
    ['2026-04-29', '2026-06-04', '2026-06-25'],
    // on a Saturday the count begins with the Monday after
    ['2026-05-02', '2026-06-08', '2026-06-29'],
  ])('since %s: due on %s, closing on %s', (since, dueOn, closesOn) => {
    expect(lateDays(SPRING, since, { working: ENGLAND, recesses: [] })).toEqual({ dueOn, closesOn });
  });

  it('are never earlier than those that wait for a release', () => {
    const common = { dueOn: '2026-05-05', closesOn: '2026-05-27' };
    expect(lateDays(SPRING, '2026-03-25', { working: ENGLAND, recesses: [] }, common)).toEqual(common);
  });

  it('are moved out of a recess, and leave a window open that never closes', () => {
    const recesses = [{ firstDay: '2026-04-28', lastDay: '2026-05-08' }];
    expect(lateDays({ ...SPRING, closesOn: null }, '2026-03-25', { working: ENGLAND, recesses })).toEqual({ dueOn: '2026-05-11', closesOn: null });
  });
});

it('cycles run until a newer one of their kind opens, and while their own window is open', () => {
  const cycle = (kind: CycleDays['kind'], opensOn: string, closesOn: string | null): Pick<CycleDays, 'kind' | 'opensOn' | 'closesOn'> => ({ kind, opensOn, closesOn });
  const [first, second, third] = [cycle('evidence-return', '2026-01-05', null), cycle('evidence-return', '2026-03-24', '2026-07-01'), cycle('evidence-return', '2026-06-23', '2026-09-01')];
  const plan = cycle('delivery-plan', '2026-03-03', '2026-05-01');
  expect(runningCycles([first, second, third, plan], '2026-07-01')).toEqual([second, third, plan]);
  expect(runningCycles([first, second, third, plan], '2026-07-02')).toEqual([third, plan]);
});
