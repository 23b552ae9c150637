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
      releaseThatShows: 'Key stage 2 attainment, July 2027',
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
    ['raised', 'department', ['acknowledge']],
    ['raised', 'council', ['escalate']],
    ['raised', 'system', ['clear']],
    ['acknowledged', 'department', ['answer']],
    ['acknowledged', 'council', ['escalate']],
    ['answered', 'department', []],
    ['answered', 'council', ['accept', 'not-accept', 'escalate']],
    ['not-accepted', 'department', ['answer']],
    ['not-accepted', 'council', ['escalate']],
    ['escalated', 'department', ['acknowledge', 'answer']],
    ['escalated', 'council', ['close']],
    ['accepted', 'department', []],
    ['accepted', 'council', ['close']],
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
    ['answered', 'accept', 'council', { plan: { ...PLAN, actions: [{ ...PLAN.actions[0]!, releaseThatShows: '' }] } }, ['release-that-shows-missing']],
    ['answered', 'not-accept', 'council', { reason: '  ' }, ['reason-missing']],
    ['answered', 'escalate', 'council', { today: '2026-04-01' }, []],
    ['accepted', 'close', 'council', { reason: '' }, ['reason-missing']],
    ['accepted', 'clear', 'system', { reason: '' }, []],
  ])('%s -%s-> by the %s with %j is refused for %j', (from, action, who, over, codes) => {
    const refusals = transitionFor(ALERT_WORKFLOW, from, action, [who])?.refuse?.(facts(over)) ?? [];
    expect(refusals.map(({ code }) => code)).toEqual(codes);
  });
});
