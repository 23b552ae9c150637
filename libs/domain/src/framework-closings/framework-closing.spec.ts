import { describe, expect, it } from '@jest/globals';
import { faultsOf, transitionFor } from '#domain/workflow/transition-table.js';
import { type ClosingDraft, closingRefusals } from './closing-draft.js';
import { CLOSING_WORKFLOW, type ClosingAction, type ClosingFacts, type ClosingPosition, type ClosingState } from './closing-workflow.js';
import { type OutcomeDraft, outcomeRefusals } from './mission-outcome.js';
import { ageInDays, inPrintingOrder, type UnansweredThing } from './unanswered-thing.js';

const FACTS: ClosingFacts = { today: '2026-11-23', closesOn: '2026-12-01', undecided: [], reason: 'Why' };

describe('closing a framework', () => {
  it('has a workflow without traps', () => {
    expect(faultsOf(CLOSING_WORKFLOW)).toEqual([]);
  });

  it.each<[ClosingState, ClosingAction, ClosingPosition, Partial<ClosingFacts>, string[] | 'none']>([
    ['preparing', 'announce', 'chair', {}, []],
    ['preparing', 'announce', 'chair', { closesOn: '2026-11-23' }, []],
    ['preparing', 'announce', 'chair', { closesOn: '2026-11-22' }, ['closesOn-past']],
    ['preparing', 'announce', 'chair', { undecided: ['Health', 'Pride'] }, ['mission-undecided', 'mission-undecided']],
    ['preparing', 'announce', 'clock', {}, 'none'],
    ['preparing', 'take-effect', 'clock', {}, 'none'],
    ['announced', 'announce', 'chair', {}, 'none'],
    ['announced', 'take-back', 'chair', {}, []],
    ['announced', 'take-back', 'chair', { reason: ' ' }, ['reason-missing']],
    ['announced', 'take-back', 'clock', {}, 'none'],
    ['announced', 'take-effect', 'chair', {}, 'none'],
    ['announced', 'take-effect', 'clock', {}, ['too-early']],
    ['announced', 'take-effect', 'clock', { today: '2026-12-01' }, []],
    ['announced', 'take-effect', 'clock', { today: '2027-02-01' }, []],
    ['closed', 'take-back', 'chair', {}, 'none'],
    ['closed', 'take-effect', 'clock', {}, 'none'],
  ])('%s, %s by %s with %j: %j', (from, action, who, facts, codes) => {
    const arrow = transitionFor(CLOSING_WORKFLOW, from, action, [who]);
    expect(arrow ? (arrow.refuse?.({ ...FACTS, ...facts }) ?? []).map(({ code }) => code) : 'none').toEqual(codes);
  });

  const DRAFT: ClosingDraft = { closesOn: '2026-11-23', reason: 'The government has moved on', decisionId: 'd' };
  it.each<[string, Partial<ClosingDraft>, string[]]>([
    ['whole', {}, []],
    ['without a decision', { decisionId: '' }, ['decision-missing']],
    ['on a decision that is none', { decisionId: 'x' }, ['decision-unknown']],
    ['without a day', { closesOn: null }, ['closesOn-wrong']],
    ['yesterday', { closesOn: '2026-11-22' }, ['closesOn-past']],
    ['without a reason', { reason: ' ' }, ['reason-missing']],
    ['with an essay', { reason: 'x'.repeat(5001) }, ['reason-too-long']],
  ])('entered %s', (_, draft, codes) => {
    expect(closingRefusals({ ...DRAFT, ...draft }, { today: '2026-11-23', decisions: ['d'] }).map(({ code }) => code)).toEqual(codes);
  });

  const OUTCOME: OutcomeDraft = { outcome: 'dropped', reason: 'No longer a priority', successorId: '' };
  it.each<[string, Partial<OutcomeDraft>, string[]]>([
    ['dropped', {}, []],
    ['achieved', { outcome: 'achieved' }, []],
    ['carried on', { outcome: 'carried-on', successorId: 'm' }, []],
    ['carried on nowhere', { outcome: 'carried-on' }, ['successor-missing']],
    ['carried on in a framework that is closed', { outcome: 'carried-on', successorId: 'x' }, ['successor-unknown']],
    ['dropped and carried on', { successorId: 'm' }, ['successor-odd']],
    ['without a word', { outcome: '', reason: '' }, ['outcome-missing', 'reason-missing']],
    ['with something else', { outcome: 'constructor' }, ['outcome-missing']],
  ])('a mission %s', (_, draft, codes) => {
    expect(outcomeRefusals({ ...OUTCOME, ...draft }, ['m']).map(({ code }) => code)).toEqual(codes);
  });

  it('prints by kind, the oldest first', () => {
    const thing = (kind: UnansweredThing['kind'], since: string, reference: string): UnansweredThing => ({ kind, since, reference, what: '', owner: null, dueOn: null, ageDays: 0 });
    const printed = inPrintingOrder([thing('data-gap', '2026-01-01', 'a'), thing('alert', '2026-02-01', 'b'), thing('alert', '2026-01-01', 'd'), thing('alert', '2026-01-01', 'c')]);
    expect(printed.map(({ reference }) => reference)).toEqual(['c', 'd', 'b', 'a']);
  });

  it.each([['2026-11-23', 0], ['2026-11-22', 1], ['2025-11-23', 365], ['2026-11-24', 0]])('since %s it is %s days old', (since, days) => {
    expect(ageInDays(since, '2026-11-23')).toBe(days);
  });
});
