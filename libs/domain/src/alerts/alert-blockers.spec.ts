import { describe, expect, it } from '@jest/globals';
import { acknowledgementBlockers, answerBlockers, filledActions, type RecoveryAction } from './alert-blockers.js';

const FULL: RecoveryAction = {
  action: 'Open 20 catch-up hubs',
  owner: 'Director of schools',
  dueOn: '2026-09-30',
  expectedEffect: '2 points more',
  metric: 'key-stage-2',
  releaseExpectedOn: '2027-07-15',
};
const EMPTY: RecoveryAction = { action: '', owner: '', dueOn: '', expectedEffect: '', metric: '', releaseExpectedOn: '' };

describe('what stands against an answer', () => {
  it.each<[string, RecoveryAction[], string[]]>([
    ['a full action', [FULL], []],
    ['no action', [], ['actions.0.action']],
    ['no owner', [{ ...FULL, owner: ' ' }], ['actions.0.owner']],
    ['no date', [{ ...FULL, dueOn: '' }], ['actions.0.dueOn']],
    ['30 February', [{ ...FULL, dueOn: '2026-02-30' }], ['actions.0.dueOn']],
    ['no expected effect', [{ ...FULL, expectedEffect: '' }], ['actions.0.expectedEffect']],
    ['no metric in the second action', [FULL, { ...FULL, metric: '' }], ['actions.1.metric']],
    ['no date of the release', [{ ...FULL, releaseExpectedOn: '' }], ['actions.0.releaseExpectedOn']],
    ['a release on 31 June', [{ ...FULL, releaseExpectedOn: '2027-06-31' }], ['actions.0.releaseExpectedOn']],
    ['a release on the day of the plan', [{ ...FULL, releaseExpectedOn: '2026-06-10' }], []],
    ['a release of the past', [{ ...FULL, releaseExpectedOn: '2026-06-09' }], ['actions.0.releaseExpectedOn']],
    ['a change by 1.5', [{ ...FULL, expectedChange: '1.5' }], []],
    ['a change by nothing', [{ ...FULL, expectedChange: '0' }], ['actions.0.expectedChange']],
    ['a change in words', [{ ...FULL, expectedChange: 'two' }], ['actions.0.expectedChange']],
    ['an empty line before the others', [EMPTY, FULL, { ...FULL, owner: '' }], ['actions.2.owner']],
    ['nothing but empty lines', [EMPTY, EMPTY], ['actions.0.action']],
    ['nothing but an owner', [{ ...EMPTY, owner: 'X' }], ['actions.0.action', 'actions.0.dueOn', 'actions.0.expectedEffect', 'actions.0.metric', 'actions.0.releaseExpectedOn']],
  ])('%s', (_, actions, fields) => {
    expect(answerBlockers({ summary: 'Catch up.', actions }, '2026-06-10').map(({ field }) => field)).toEqual(fields);
  });

  it('asks for a summary, and for both where there is no plan at all', () => {
    expect(answerBlockers({ summary: '', actions: [FULL] }).map(({ code }) => code)).toEqual(['summary-missing']);
    expect(answerBlockers(null).map(({ code }) => code)).toEqual(['summary-missing', 'action-missing']);
  });

  it('takes five actions and not six', () => {
    expect(answerBlockers({ summary: 'S', actions: Array.from({ length: 5 }, () => FULL) })).toEqual([]);
    expect(answerBlockers({ summary: 'S', actions: Array.from({ length: 6 }, () => FULL) }).map(({ code }) => code)).toEqual(['too-many-actions']);
  });

  it('leaves lines out that nobody has written in', () => {
    expect(filledActions([EMPTY, FULL, { ...EMPTY, owner: '  ' }, { ...EMPTY, dueOn: '2026-01-01' }])).toEqual([FULL, { ...EMPTY, dueOn: '2026-01-01' }]);
  });
});

describe('a plan that was published', () => {
  it('is not refused because its release has come meanwhile', () => {
    expect(answerBlockers({ summary: 'S', actions: [{ ...FULL, releaseExpectedOn: '2020-01-01' }] })).toEqual([]);
  });
});

describe('what stands against an acknowledgement', () => {
  it.each<[string | null, string | null, string[]]>([
    ['Helen Marsh', 'Director', []],
    ['', 'Director', ['ownerName']],
    [null, null, ['ownerName', 'ownerJob']],
  ])('%j, %j', (ownerName, ownerJob, fields) => {
    expect(acknowledgementBlockers({ ownerName, ownerJob }).map(({ field }) => field)).toEqual(fields);
  });
});
