import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/permissions.js';
import type { Role } from '#domain/access/roles.js';
import { ENGLAND } from '#domain/calendar/working-calendar.js';
import type { SubmissionStatus } from '#domain/submissions/submission-status.js';
import { faultsOf, nextActions, transitionFor } from '#domain/workflow/transition-table.js';
import { contributionDue, dueDateBlockers, standingDue } from './contribution-due.js';
import { positionsTowardsContribution } from './contribution-position.js';
import type { ContributionAction, ContributionPosition, ContributionState } from './contribution-status.js';
import { CONTRIBUTION_WORKFLOW } from './contribution-workflow.js';
import { reminderDue } from './reminder-due.js';

describe('the workflow of a contribution', () => {
  it('reaches every state and has no trap', () => {
    expect(faultsOf(CONTRIBUTION_WORKFLOW)).toEqual([]);
  });

  it.each<[ContributionState, ContributionPosition, ContributionAction[]]>([
    ['asked', 'answerer', ['save', 'give', 'decline']],
    ['asked', 'asker', ['withdraw']],
    ['drafted', 'asker', ['withdraw']],
    ['given', 'asker', []],
    ['declined', 'asker', []],
    ['withdrawn', 'answerer', []],
    ['asked', 'clock', ['close', 'withdraw']],
    ['drafted', 'answerer', ['save', 'give', 'decline']],
    ['given', 'answerer', ['take-back']],
    ['given', 'clock', []],
    ['declined', 'answerer', ['take-back']],
    ['not-given', 'answerer', []],
  ])('%s: the %s may %j', (from, who, actions) => {
    expect(nextActions(CONTRIBUTION_WORKFLOW, from, [who]).map(({ action }) => action)).toEqual(actions);
  });

  it.each<[ContributionState, ContributionAction, ContributionPosition, string, string, SubmissionStatus, string[]]>([
    ['drafted', 'give', 'answerer', 'Done.', '', 'draft', []],
    ['drafted', 'give', 'answerer', ' ', '', 'draft', ['answer-missing']],
    ['drafted', 'give', 'answerer', 'a'.repeat(5001), '', 'draft', ['answer-too-long']],
    ['drafted', 'give', 'answerer', 'Done.', '', 'awaiting-sign-off', ['return-closed']],
    ['drafted', 'give', 'answerer', '', '', 'submitted', ['return-closed', 'answer-missing']],
    ['drafted', 'give', 'answerer', 'Done.', '', 'changes-requested', []],
    ['asked', 'save', 'answerer', '', '', 'draft', []],
    ['asked', 'decline', 'answerer', '', '', 'draft', ['reason-missing']],
    ['asked', 'decline', 'answerer', '', 'Not ours.', 'draft', []],
    ['given', 'take-back', 'answerer', '', '', 'awaiting-sign-off', ['return-closed']],
    ['given', 'take-back', 'answerer', '', '', 'draft', []],
    ['asked', 'withdraw', 'asker', '', ' ', 'draft', ['reason-missing']],
    ['drafted', 'withdraw', 'asker', '', 'Wrong council.', 'draft', []],
    ['asked', 'withdraw', 'asker', '', 'Wrong council.', 'awaiting-sign-off', ['return-closed']],
    ['asked', 'withdraw', 'clock', '', '', 'awaiting-sign-off', []],
    ['asked', 'close', 'clock', '', '', 'draft', ['return-open']],
    ['asked', 'close', 'clock', '', '', 'awaiting-sign-off', ['return-open']],
    ['drafted', 'close', 'clock', '', '', 'submitted', []],
    ['drafted', 'close', 'clock', '', '', 'not-submitted', []],
  ])('%s -%s-> by the %s (“%.10s”, “%s”, return %s) is refused for %j', (from, action, who, answer, reason, returnStatus, codes) => {
    const refusals = transitionFor(CONTRIBUTION_WORKFLOW, from, action, [who])?.refuse?.({ answer, reason, returnStatus }) ?? [];
    expect(refusals.map(({ code }) => code)).toEqual(codes);
  });
});

describe('whose a contribution is', () => {
  const person = (role: Role, organisationId: string): Actor => ({ kind: 'user', id: 'u', name: 'U', roles: [role], organisationId, homeOrganisationId: null });
  it.each<[Role, string, ContributionPosition[]]>([
    ['official', 'dfe', ['asker']],
    ['sro', 'dfe', []],
    ['official', 'dhsc', ['answerer']],
    ['sro', 'dhsc', ['answerer']],
    ['place-official', 'dhsc', ['answerer']],
    ['director', 'dhsc', ['answerer']],
    ['place-official', 'leeds', []],
    ['reviewer', 'dhsc', []],
  ])('%s of %s: %j', (role, organisation, positions) => {
    expect(positionsTowardsContribution(person(role, organisation), { asking: 'dfe', asked: 'dhsc' })).toEqual(positions);
  });
});

describe('when a contribution is due', () => {
  it.each([
    // Fri 15 Jan 2027 less 10: 14 13 12 11 (4), 8 7 6 5 4 (9), 31 Dec (10; 1 Jan is a holiday)
    ['2027-01-15', '2026-11-23', '2026-12-31'],
    // ten days before 30 Nov lie behind: the next working day after Fri 27 is Mon 30
    ['2026-11-30', '2026-11-27', '2026-11-30'],
  ])('for a return due on %s asked on %s: %s', (returnDueOn, today, due) => {
    expect(contributionDue(returnDueOn, today, ENGLAND)).toBe(due);
  });

  it.each([
    // the return opened on 23 Nov, and 27 working days later, on 31 Dec, the others' answers are due
    ['2026-11-23', '2027-01-15', '2026-12-31'],
    ['2026-11-24', '2027-01-15', '2027-01-04'],
    // with an extension of the return the usual day is later still
    ['2026-11-24', '2027-02-26', '2027-02-12'],
  ])('asked by Waymark on %s for a return that is due on %s now: %s', (today, dueOn, due) => {
    expect(standingDue({ openedOn: '2026-11-23', firstDueOn: '2027-01-15', dueOn }, today, ENGLAND)).toBe(due);
  });

  it.each([[null, ['due-date-wrong']], ['2026-11-23', ['due-date-past']], ['2026-11-24', []]])('%s is refused for %j', (date, codes) => {
    expect(dueDateBlockers(date, '2026-11-23').map(({ code }) => code)).toEqual(codes);
  });

  // Thu 31 Dec 2026: one working day before is Wed 30, three are Tue 29 (2) and Thu 24 (3; 25 and 28 are holidays)
  it.each<[string, number | null, number | null]>([
    ['2026-12-23', null, null],
    ['2026-12-24', null, 3],
    ['2026-12-27', 3, null],
    ['2026-12-30', 3, 1],
    ['2026-12-30', null, 1],
    ['2026-12-31', 1, null],
    ['2026-12-31', null, 1],
    ['2027-01-01', null, null],
  ])('on %s, reminded %s before: %s', (today, remindedBefore, step) => {
    expect(reminderDue({ dueOn: '2026-12-31', remindedBefore }, [3, 1], today, ENGLAND)).toBe(step);
  });
});
