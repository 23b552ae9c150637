import { describe, expect, it } from '@jest/globals';
import { replyRefusals } from './fact-check-reply.js';
import { asOfBlockers, isReportOverdue, type NewReport, newReportBlockers } from './new-report.js';

const codes = (list: { code: string }[]): string[] => list.map(({ code }) => code);

describe('a new report', () => {
  const NEW: NewReport = { kind: 'statutory', from: '2025-04-01', to: '2026-03-31', dueOn: '2026-10-01' };

  it.each<[Partial<NewReport>, string[]]>([
    [{}, []],
    [{ dueOn: null }, []],
    [{ kind: null, from: null, to: null, dueOn: 'invalid' }, ['kind-missing', 'from-missing', 'to-missing', 'due-invalid']],
    [{ to: '2025-04-01' }, ['period-turned']],
    [{ from: '2026-11-24', to: '2027-03-31', dueOn: null }, ['period-future']],
    [{ dueOn: '2026-03-30' }, ['due-early']],
  ])('%j', (change, expected) => {
    expect(codes(newReportBlockers({ ...NEW, ...change }, '2026-11-23'))).toEqual(expected);
  });

  it.each([[null, ['as-of-missing']], ['2026-11-24', ['as-of-future']], ['2026-11-23', []], ['2025-04-01', []], ['2025-03-31', ['as-of-early']]])('assembled as of %s', (asOf, expected) => {
    expect(codes(asOfBlockers(asOf, { from: '2025-04-01', today: '2026-11-23' }))).toEqual(expected);
  });

  it.each([['2026-11-22', null, true], ['2026-11-23', null, false], ['2026-11-22', '2026-11-23', false], [null, null, false]])('due %s, laid %s', (dueOn, laidOn, overdue) => {
    expect(isReportOverdue({ dueOn, laidOn }, '2026-11-23')).toBe(overdue);
  });
});

describe('a right of reply', () => {
  it.each([
    [{ text: 'T', state: 'invited', windowOpen: true }, []],
    [{ text: 'T', state: 'drafted', windowOpen: true }, []],
    [{ text: ' ', state: 'drafted', windowOpen: true }, ['text-missing']],
    [{ text: 'x'.repeat(3000), state: 'drafted', windowOpen: true }, []],
    [{ text: 'x'.repeat(3001), state: 'drafted', windowOpen: true }, ['text-too-long']],
    [{ text: 'T', state: 'sent', windowOpen: true }, ['not-from-here']],
    [{ text: 'T', state: 'no-reply', windowOpen: false }, ['not-open']],
  ] as const)('%#', (facts, expected) => {
    expect(codes(replyRefusals(facts))).toEqual(expected);
  });
});
