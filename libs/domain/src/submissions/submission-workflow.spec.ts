import { describe, expect, it } from '@jest/globals';
import { DELIVERY_PLAN_SECTIONS } from '#domain/delivery-plans/delivery-plan-content.js';
import { faultsOf, nextActions, transitionFor } from '#domain/workflow/transition-table.js';
import {
  SUBMISSION_STATES,
  type SubmissionAction,
  type SubmissionKind,
  type SubmissionPosition,
  type SubmissionStatus,
} from './submission-status.js';
import type { SubmissionFacts } from './submission-workflow.js';
import { workflowOf } from './workflow-of.js';

const KINDS: SubmissionKind[] = ['evidence-return', 'delivery-plan'];
const POSITIONS: SubmissionPosition[] = ['drafter', 'sro', 'stand-in', 'reviewer', 'clock'];

const ACTIONS: SubmissionAction[] = [
  'save', 'send-for-sign-off', 'decline', 'submit', 'start-review', 'hand-back', 'request-changes', 'accept', 'publish-unresolved', 'withdraw', 'take-up',
  'close-window', 'close-unresolved', 'end-owing', 'owe-again',
];

/** Every arrow of a return by hand: from, action, who, to. The tables may hold these and no others. */
const ARROWS: [SubmissionStatus, SubmissionAction, SubmissionPosition, SubmissionStatus][] = [
  ['draft', 'save', 'drafter', 'draft'],
  ['draft', 'send-for-sign-off', 'drafter', 'awaiting-sign-off'],
  ['awaiting-sign-off', 'decline', 'sro', 'draft'],
  ['awaiting-sign-off', 'submit', 'sro', 'submitted'],
  ['awaiting-sign-off', 'decline', 'stand-in', 'draft'],
  ['awaiting-sign-off', 'submit', 'stand-in', 'submitted'],
  ['submitted', 'start-review', 'reviewer', 'in-review'],
  ['submitted', 'withdraw', 'drafter', 'withdrawn'],
  ['submitted', 'withdraw', 'sro', 'withdrawn'],
  ['in-review', 'hand-back', 'reviewer', 'submitted'],
  ['in-review', 'hand-back', 'clock', 'submitted'],
  ['in-review', 'request-changes', 'reviewer', 'changes-requested'],
  ['in-review', 'accept', 'reviewer', 'accepted'],
  ['in-review', 'publish-unresolved', 'reviewer', 'published-unresolved'],
  ['draft', 'close-window', 'clock', 'not-submitted'],
  ['awaiting-sign-off', 'close-window', 'clock', 'not-submitted'],
  ['withdrawn', 'close-window', 'clock', 'not-submitted'],
  ['draft', 'close-unresolved', 'clock', 'published-unresolved'],
  ['awaiting-sign-off', 'close-unresolved', 'clock', 'published-unresolved'],
  ['changes-requested', 'close-unresolved', 'clock', 'published-unresolved'],
  ['changes-requested', 'save', 'drafter', 'changes-requested'],
  ['changes-requested', 'send-for-sign-off', 'drafter', 'awaiting-sign-off'],
  ['withdrawn', 'take-up', 'drafter', 'draft'],
];

/** A department that has lost its part in every mission owes no plan, and owes it again with the next part. */
const OWING: typeof ARROWS = [
  ['draft', 'end-owing', 'clock', 'not-owed'],
  ['awaiting-sign-off', 'end-owing', 'clock', 'not-owed'],
  ['not-owed', 'owe-again', 'clock', 'draft'],
];

/** A plan's are the same but for two: its drafter may not withdraw it, and it can cease to be owed. */
const arrowsOf = (kind: SubmissionKind): typeof ARROWS =>
  kind === 'evidence-return' ? ARROWS : [...ARROWS.filter(([, action, who]) => action !== 'withdraw' || who !== 'drafter'), ...OWING];

describe.each(KINDS)('the table of a %s', (kind) => {
  const table = workflowOf(kind);

  it('reaches every state and has no trap', () => {
    expect(faultsOf(table)).toEqual([]);
    expect(table.states).toEqual(SUBMISSION_STATES.filter((state) => kind === 'delivery-plan' || state !== 'not-owed'));
  });

  it('has the arrows that the design names and no other', () => {
    const every = SUBMISSION_STATES.flatMap((from) => ACTIONS.flatMap((action) => POSITIONS.map((who) => ({ from, action, who }))));
    const found = every.flatMap(({ from, action, who }) => {
      const to = transitionFor(table, from, action, [who])?.to;
      return to ? [[from, action, who, to]] : [];
    });
    expect(found).toEqual(expect.arrayContaining(arrowsOf(kind)));
    expect(found).toHaveLength(arrowsOf(kind).length);
    expect(found).toHaveLength(table.transitions.length);
  });

  it('walks from draft through every state to accepted', () => {
    const walk: [SubmissionAction, SubmissionPosition][] = [
      ['save', 'drafter'], ['send-for-sign-off', 'drafter'], ['decline', 'sro'], ['send-for-sign-off', 'drafter'], ['submit', 'sro'], ['withdraw', 'sro'],
      ['take-up', 'drafter'], ['send-for-sign-off', 'drafter'], ['submit', 'sro'], ['start-review', 'reviewer'], ['hand-back', 'reviewer'],
      ['start-review', 'reviewer'], ['request-changes', 'reviewer'], ['save', 'drafter'], ['send-for-sign-off', 'drafter'], ['submit', 'sro'],
      ['start-review', 'reviewer'], ['accept', 'reviewer'],
    ];
    const seen: SubmissionStatus[] = [table.initial];
    for (const [action, who] of walk) {
      const arrow = transitionFor(table, seen.at(-1) ?? table.initial, action, [who]);
      expect([action, arrow?.from]).toEqual([action, seen.at(-1)]);
      seen.push(arrow?.to ?? table.initial);
    }
    // the other two ends are the walks below
    expect(new Set(seen)).toEqual(new Set(SUBMISSION_STATES.filter((state) => !['published-unresolved', 'not-submitted', 'not-owed'].includes(state))));
    expect(seen.at(-1)).toBe('accepted');
  });

  it.each<[SubmissionStatus, SubmissionAction, SubmissionPosition, SubmissionStatus]>([
    ['in-review', 'publish-unresolved', 'reviewer', 'published-unresolved'],
    ['draft', 'close-window', 'clock', 'not-submitted'],
    ['awaiting-sign-off', 'close-window', 'clock', 'not-submitted'],
    ['withdrawn', 'close-window', 'clock', 'not-submitted'],
    ['changes-requested', 'close-unresolved', 'clock', 'published-unresolved'],
    ['draft', 'close-unresolved', 'clock', 'published-unresolved'],
    ['awaiting-sign-off', 'close-unresolved', 'clock', 'published-unresolved'],
  ])('ends %s by %s of the %s: %s', (from, action, who, to) => {
    expect(transitionFor(table, from, action, [who])?.to).toBe(to);
    expect(POSITIONS.filter((position) => transitionFor(table, from, action, [position]))).toEqual([who]);
    expect(nextActions(table, to, POSITIONS)).toEqual([]);
  });

  it('gives each position its own buttons', () => {
    const buttons = (from: SubmissionStatus, who: SubmissionPosition): string[] => nextActions(table, from, [who]).map(({ label }) => label);
    expect(buttons('draft', 'drafter')).toEqual(['Save', 'Send for sign-off']);
    expect(buttons('draft', 'sro')).toEqual([]);
    expect(buttons('awaiting-sign-off', 'sro')).toEqual(['Decline', 'Sign off and submit']);
    expect(buttons('awaiting-sign-off', 'drafter')).toEqual([]);
    expect(buttons('submitted', 'drafter')).toEqual(kind === 'evidence-return' ? ['Withdraw'] : []);
    expect(buttons('in-review', 'reviewer')).toEqual(['Hand back to the queue', 'Request changes', 'Accept', 'Publish unresolved']);
    expect(POSITIONS.flatMap((who) => buttons('accepted', who))).toEqual([]);
  });
});

const FACTS: SubmissionFacts = { actorId: 'ann', authorIds: ['ben'], signedBy: null, clearance: 'not-wanted', windowClosed: false, standing: false, roundsSentBack: 0, blockers: [], reasons: [], sections: DELIVERY_PLAN_SECTIONS };
const GAP = { code: 'narrative-missing', message: 'Enter what was done' };

describe.each(KINDS)('why a move of a %s is refused', (kind) => {
  const codes = (from: SubmissionStatus, action: SubmissionAction, who: SubmissionPosition, facts: Partial<SubmissionFacts>): string[] =>
    transitionFor(workflowOf(kind), from, action, [who])?.refuse?.({ ...FACTS, ...facts }).map(({ code }) => code) ?? ['no such arrow'];

  it.each<[SubmissionStatus, SubmissionAction, SubmissionPosition, Partial<SubmissionFacts>, string[]]>([
    ['draft', 'send-for-sign-off', 'drafter', {}, []],
    ['draft', 'send-for-sign-off', 'drafter', { blockers: [GAP, GAP] }, ['narrative-missing', 'narrative-missing']],
    ['changes-requested', 'send-for-sign-off', 'drafter', { blockers: [GAP] }, ['narrative-missing']],
    ['awaiting-sign-off', 'submit', 'sro', {}, []],
    ['awaiting-sign-off', 'submit', 'sro', { authorIds: ['ben', 'ann'] }, ['author-signs']],
    ['awaiting-sign-off', 'submit', 'sro', { authorIds: ['ann'], blockers: [GAP] }, ['author-signs', 'narrative-missing']],
    ['awaiting-sign-off', 'decline', 'sro', {}, ['reason-missing']],
    ['awaiting-sign-off', 'decline', 'sro', { reasons: [{ section: null, text: ' \n' }] }, ['reason-missing']],
    ['awaiting-sign-off', 'decline', 'sro', { reasons: [{ section: null, text: 'The figures are last year’s' }] }, []],
    ['awaiting-sign-off', 'submit', 'sro', { clearance: 'given' }, []],
    ['awaiting-sign-off', 'submit', 'stand-in', { signsFor: { id: 'sue', name: 'Sue' } }, []],
    ['awaiting-sign-off', 'submit', 'stand-in', { signsFor: { id: 'ben', name: 'Ben' } }, ['author-signs']],
    ['awaiting-sign-off', 'submit', 'stand-in', { signsFor: { id: 'sue', name: 'Sue' }, authorIds: ['ann'] }, ['author-signs']],
    ['awaiting-sign-off', 'decline', 'stand-in', {}, ['reason-missing']],
    ['awaiting-sign-off', 'decline', 'sro', { reasons: [{ section: 'summary', text: 'Say who pays' }] }, []],
    ['awaiting-sign-off', 'decline', 'sro', { reasons: [{ section: null, text: '' }, { section: 'summary', text: 'Say who pays' }] }, []],
    ['awaiting-sign-off', 'decline', 'sro', { reasons: [{ section: 'summary', text: ' ' }] }, ['section-reason-missing']],
    ['awaiting-sign-off', 'decline', 'sro', { reasons: [{ section: 'weather', text: 'Rain' }] }, ['section-unknown']],
    ['awaiting-sign-off', 'submit', 'sro', { clearance: 'missing' }, ['clearance-missing']],
    ['awaiting-sign-off', 'close-window', 'clock', {}, []],
    ['awaiting-sign-off', 'close-window', 'clock', { standing: true }, ['delivery-stands']],
    ['changes-requested', 'close-unresolved', 'clock', { standing: true }, []],
    ['draft', 'close-unresolved', 'clock', {}, ['nothing-stands']],
    ['submitted', 'withdraw', 'sro', {}, ['reason-missing']],
    ['submitted', 'withdraw', 'sro', { reasons: [{ section: null, text: 'Wrong mission' }] }, []],
    ['submitted', 'start-review', 'reviewer', {}, []],
    ['awaiting-sign-off', 'submit', 'sro', { windowClosed: true }, ['window-closed']],
    ['awaiting-sign-off', 'submit', 'stand-in', { windowClosed: true }, ['window-closed']],
    ['submitted', 'start-review', 'reviewer', { authorIds: ['ann'] }, ['maker-reviews']],
    ['in-review', 'accept', 'reviewer', { signedBy: 'ann' }, ['maker-reviews']],
    ['in-review', 'accept', 'reviewer', {}, []],
    ['in-review', 'request-changes', 'reviewer', {}, ['sections-missing']],
    ['in-review', 'request-changes', 'reviewer', { reasons: [{ section: 'summary', text: '' }] }, ['section-reason-missing']],
    ['in-review', 'request-changes', 'reviewer', { reasons: [{ section: null, text: 'All of it' }] }, ['section-unknown']],
    ['in-review', 'request-changes', 'reviewer', { reasons: [{ section: 'weather', text: 'Rain' }] }, ['section-unknown']],
    ['in-review', 'request-changes', 'reviewer', { reasons: [{ section: 'summary', text: 'Say who pays' }] }, []],
    ['in-review', 'request-changes', 'reviewer', { roundsSentBack: 1, reasons: [{ section: 'summary', text: 'Say who pays' }] }, []],
    ['in-review', 'request-changes', 'reviewer', { roundsSentBack: 2, reasons: [{ section: 'summary', text: 'Say who pays' }] }, ['rounds-used-up']],
    ['in-review', 'publish-unresolved', 'reviewer', { roundsSentBack: 1, reasons: [{ section: null, text: 'Nobody pays' }] }, ['rounds-left']],
    ['in-review', 'publish-unresolved', 'reviewer', { roundsSentBack: 2, reasons: [] }, ['reason-missing']],
    ['in-review', 'publish-unresolved', 'reviewer', { roundsSentBack: 2, reasons: [{ section: null, text: 'Nobody pays' }] }, []],
    ['in-review', 'publish-unresolved', 'reviewer', { signedBy: 'ann', roundsSentBack: 2, reasons: [{ section: null, text: 'Nobody pays' }] }, ['maker-reviews']],
    ['in-review', 'request-changes', 'reviewer', { signedBy: 'ann', reasons: [] }, ['maker-reviews', 'sections-missing']],
  ])('%s: %s by %s with %j: %j', (from, action, who, facts, expected) => {
    expect(codes(from, action, who, facts)).toEqual(expected);
  });
});
