import { describe, expect, it } from '@jest/globals';
import { delegationRefusals, delegationState, type DelegationState, type WantedDelegation } from './delegation-refusals.js';

const TODAY = '2026-11-23';
const WANTED: WantedDelegation = { fromOn: '2026-11-23', toOn: '2026-12-04', reason: 'Leave' };

describe('a delegation', () => {
  it.each<[string, Partial<WantedDelegation>, string[]]>([
    ['from today', {}, []],
    ['for one day', { toOn: '2026-11-23' }, []],
    ['from yesterday', { fromOn: '2026-11-22' }, ['from-past']],
    ['that ends before it begins', { fromOn: '2026-12-01', toOn: '2026-11-30' }, ['to-before-from']],
    ['for 366 days', { toOn: '2027-11-23' }, []],
    ['for 367 days', { toOn: '2027-11-24' }, ['too-long']],
    ['without days', { fromOn: null, toOn: null }, ['from-wrong', 'to-wrong']],
    ['without a reason', { reason: ' \n' }, ['reason-missing']],
    ['with an essay', { reason: 'x'.repeat(1001) }, ['reason-long']],
  ])('%s: %j', (_, wanted, codes) => {
    expect(delegationRefusals({ ...WANTED, ...wanted }, TODAY).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, Date | null, DelegationState]>([
    ['2026-11-22', null, 'coming'],
    ['2026-11-23', null, 'holds'],
    ['2026-12-04', null, 'holds'],
    ['2026-12-05', null, 'over'],
    ['2026-11-24', new Date('2026-11-24T10:00:00Z'), 'ended'],
  ])('on %s, ended %s: %s', (today, endedAt, state) => {
    expect(delegationState({ fromOn: '2026-11-23', toOn: '2026-12-04', endedAt }, today)).toBe(state);
  });
});
