import { describe, expect, it } from '@jest/globals';
import { faultsOf, nextActions, transitionFor } from '#domain/workflow/transition-table.js';
import type { AlertStatus } from './alert-status.js';
import { ALERT_WORKFLOW, type AlertAction, type AlertFacts, type AlertPosition } from './alert-workflow.js';

const PLAN = {
  summary: 'Catch up by summer.',
  actions: [
    {
      action: 'Open 20 catch-up hubs',
      owner: 'Director of schools',
      dueOn: '2026-09-30',
      expectedEffect: '2 points more',
      metric: 'key-stage-2',
      releaseExpectedOn: '2027-07-15',
    },
  ],
};

const facts = (over: Partial<AlertFacts> = {}): AlertFacts => ({
  responseDueOn: '2026-04-30',
  today: '2026-04-01',
  ownerName: 'Helen Marsh',
  ownerJob: 'Director',
  plan: PLAN,
  answered: true,
  reason: 'Because.',
  ...over,
});

describe('the workflow of an alert', () => {
  it('reaches every state and has no trap', () => {
    expect(faultsOf(ALERT_WORKFLOW)).toEqual([]);
  });

  it.each<[AlertStatus, AlertPosition, AlertAction[]]>([
    ['raised', 'department', ['acknowledge', 'query', 'ask-time']],
    ['raised', 'council', ['escalate', 'reply']],
    ['raised', 'system', ['clear']],
    ['acknowledged', 'department', ['answer', 'acknowledge', 'query', 'ask-time']],
    ['acknowledged', 'council', ['escalate', 'reply']],
    ['answered', 'department', []],
    ['answered', 'council', ['accept', 'not-accept', 'escalate']],
    ['not-accepted', 'department', ['answer', 'acknowledge', 'query', 'ask-time']],
    ['not-accepted', 'council', ['escalate', 'reply']],
    ['escalated', 'department', ['acknowledge', 'answer', 'query', 'ask-time']],
    ['escalated', 'council', ['close', 'reply']],
    ['accepted', 'department', ['acknowledge']],
    ['accepted', 'council', ['escalate', 'close']],
    ['closed', 'department', []],
    ['closed', 'council', []],
    ['closed', 'system', []],
  ])('%s: the %s may %j', (from, who, actions) => {
    expect(nextActions(ALERT_WORKFLOW, from, [who]).map(({ action }) => action)).toEqual(actions);
  });

  it.each<[AlertStatus, AlertAction, AlertPosition, Partial<AlertFacts>, string[]]>([
    ['raised', 'acknowledge', 'department', {}, []],
    ['raised', 'acknowledge', 'department', { ownerName: ' ', ownerJob: null }, ['owner-name-missing', 'owner-job-missing']],
    // the due date itself is still in time: 30 April; the day after is not
    ['raised', 'escalate', 'council', { today: '2026-04-30' }, ['not-overdue']],
    ['raised', 'escalate', 'council', { today: '2026-05-01' }, []],
    ['acknowledged', 'escalate', 'council', { today: '2026-05-01', reason: '' }, ['reason-missing']],
    ['acknowledged', 'answer', 'department', {}, []],
    ['acknowledged', 'answer', 'department', { plan: { summary: '', actions: [] } }, ['summary-missing', 'action-missing']],
    ['escalated', 'answer', 'department', { ownerName: null }, ['owner-missing']],
    ['answered', 'accept', 'council', {}, []],
    ['answered', 'accept', 'council', { plan: { ...PLAN, actions: [{ ...PLAN.actions[0]!, metric: '' }] } }, ['metric-missing']],
    ['acknowledged', 'answer', 'department', { today: '2027-07-16' }, ['release-expected-on-past']],
    // the release may have come by the time of the decision
    ['answered', 'accept', 'council', { today: '2027-07-16' }, []],
    ['accepted', 'escalate', 'council', { reason: '' }, ['reason-missing']],
    ['raised', 'query', 'department', { reason: '' }, ['reason-missing']],
    ['raised', 'ask-time', 'department', { reason: '' }, ['reason-missing']],
    ['raised', 'reply', 'council', { reason: '' }, ['reason-missing']],
    ['answered', 'not-accept', 'council', { reason: '  ' }, ['reason-missing']],
    ['answered', 'escalate', 'council', { today: '2026-04-01' }, []],
    ['accepted', 'close', 'council', { reason: '' }, ['reason-missing']],
    ['accepted', 'clear', 'system', { reason: '' }, []],
  ])('%s -%s-> by the %s with %j is refused for %j', (from, action, who, over, codes) => {
    const refusals = transitionFor(ALERT_WORKFLOW, from, action, [who])?.refuse?.(facts(over)) ?? [];
    expect(refusals.map(({ code }) => code)).toEqual(codes);
  });
});
