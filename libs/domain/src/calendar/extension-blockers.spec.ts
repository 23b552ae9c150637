import { describe, expect, it } from '@jest/globals';
import { type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { askBlockers, decisionBlockers, type Extendable, isExtendable } from './extension-blockers.js';
import { ENGLAND } from './working-calendar.js';

const DRAFT: Extendable = { status: 'draft', dueOn: '2026-12-15', standingVersion: null };

describe('asking for a later due date', () => {
  it.each<[string, Partial<Extendable>, string, string, string[]]>([
    ['a working day later', {}, '2026-12-16', 'Figures are late', []],
    ['no date', {}, '', 'Figures are late', ['date-missing']],
    ['a date that is none', {}, '2027-02-30', 'Figures are late', ['date-wrong']],
    ['the due date itself', {}, '2026-12-15', 'Figures are late', ['date-not-later']],
    ['an earlier one', {}, '2026-12-14', 'Figures are late', ['date-not-later']],
    ['Christmas', {}, '2026-12-25', 'Figures are late', ['no-working-day']],
    ['a Saturday', {}, '2026-12-19', 'Figures are late', ['no-working-day']],
    ['overdue, later but past', { dueOn: '2026-11-10' }, '2026-11-20', 'Figures are late', ['date-past']],
    ['overdue, today', { dueOn: '2026-11-10' }, '2026-11-23', 'Figures are late', ['date-past']],
    ['overdue, tomorrow', { dueOn: '2026-11-10' }, '2026-11-24', 'Figures are late', []],
    ['60 working days', {}, ENGLAND.after('2026-12-15', 60), 'Figures are late', []],
    ['61 working days', {}, ENGLAND.after('2026-12-15', 61), 'Figures are late', ['date-far']],
    ['no reason', {}, '2026-12-16', ' \n', ['reason-missing']],
    ['nothing at all', {}, '', '', ['date-missing', 'reason-missing']],
  ])('%s', (_, extendable, askedDueOn, reason, codes) => {
    expect(askBlockers({ ...DRAFT, ...extendable }, { askedDueOn, reason }, '2026-11-23', ENGLAND).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[SubmissionStatus, number | null, boolean]>([
    ['draft', null, true],
    ['awaiting-sign-off', null, true],
    ['withdrawn', null, true],
    ['submitted', 1, false],
    ['in-review', 1, false],
    ['changes-requested', 1, false],
    // written on after changes were asked for: a delivery stands
    ['draft', 1, false],
    ['accepted', 1, false],
    ['published-unresolved', 1, false],
    ['not-submitted', null, false],
  ])('%s with version %s: %s', (status, standingVersion, extendable) => {
    expect(isExtendable({ status, standingVersion })).toBe(extendable);
  });
});

describe('deciding on it', () => {
  const asked = { askedDueOn: '2026-12-22' };

  it.each<[string, boolean, string, Partial<Extendable>, string, string[]]>([
    ['grants', true, 'Agreed', {}, '2026-12-01', []],
    ['refuses', false, 'No', {}, '2026-12-01', []],
    ['grants without a reason', true, ' ', {}, '2026-12-01', ['reason-missing']],
    ['refuses without a reason', false, '', {}, '2026-12-01', ['reason-missing']],
    ['grants a day that has come', true, 'Agreed', {}, '2026-12-22', ['date-past']],
    ['grants after another date was set', true, 'Agreed', { dueOn: '2026-12-23' }, '2026-12-01', ['date-past']],
    ['grants what was delivered', true, 'Agreed', { status: 'submitted', standingVersion: 1 }, '2026-12-01', ['delivered']],
    ['refuses what was delivered', false, 'It came', { status: 'submitted', standingVersion: 1 }, '2026-12-01', []],
  ])('%s', (_, granted, reason, extendable, today, codes) => {
    expect(decisionBlockers({ ...DRAFT, ...extendable }, { granted, reason }, asked, today).map(({ code }) => code)).toEqual(codes);
  });
});
