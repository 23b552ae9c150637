import { describe, expect, it } from '@jest/globals';
import { faultsOf, transitionFor } from '#domain/workflow/transition-table.js';
import { type Actor } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { REPORT_STATES, type ReportAction, type ReportPosition, type ReportState } from './report-status.js';
import { positionsTowardsReport, REPORT_WORKFLOW, type ReportMoveFacts } from './report-workflow.js';

const FACTS: ReportMoveFacts = {
  now: new Date('2026-11-23T09:00:00Z'), today: '2026-11-23', words: 'Why', closesOn: '2026-12-07', earliestClose: '2026-12-07', unchecked: 1, editions: 0, publishAt: new Date('2026-12-09T09:30:00Z'), findings: [],
};
const error = { level: 'error' as const, code: 'text-missing', key: 'text-missing:education', mission: 'education', message: 'M' };
const refusals = (from: ReportState, action: ReportAction, who: ReportPosition, change: Partial<ReportMoveFacts>): string[] | undefined =>
  transitionFor(REPORT_WORKFLOW, from, action, [who])?.refuse?.({ ...FACTS, ...change }).map(({ code }) => code);
const person = (...roles: Role[]): Actor => ({ kind: 'user', id: 'u', name: 'U', roles, organisationId: null, homeOrganisationId: null });

describe('the way of a report', () => {
  it('is sound', () => {
    expect(faultsOf(REPORT_WORKFLOW)).toEqual([]);
  });

  it.each<[ReportState, ReportAction, ReportPosition, Partial<ReportMoveFacts>, string[]]>([
    ['writing', 'open-window', 'member', {}, []],
    ['writing', 'open-window', 'member', { closesOn: null }, ['closes-missing']],
    ['writing', 'open-window', 'member', { closesOn: '2026-12-04' }, ['closes-too-early']],
    ['writing', 'open-window', 'member', { unchecked: 0 }, ['nothing-to-check']],
    ['writing', 'open-window', 'member', { findings: [error] }, ['text-missing']],
    ['fact-check', 'close-window', 'clock', { today: '2026-12-07' }, ['too-early']],
    ['fact-check', 'close-window', 'clock', { today: '2026-12-08' }, []],
    ['fact-check', 'revise', 'member', { words: ' ' }, ['words-missing']],
    ['checked', 'revise', 'member', { words: 'x'.repeat(5001) }, ['words-too-long']],
    ['checked', 'schedule', 'chair', {}, []],
    ['checked', 'schedule', 'chair', { publishAt: null }, ['publish-time-missing']],
    ['checked', 'schedule', 'chair', { publishAt: new Date('2026-11-23T09:00:00Z') }, ['publish-time-past']],
    ['writing', 'schedule', 'chair', { findings: [error] }, ['text-missing']],
    ['writing', 'schedule', 'chair', { findings: [{ ...error, code: 'publish-time-missing' }] }, []],
    ['scheduled', 'recall', 'chair', { words: '' }, ['words-missing']],
    ['scheduled', 'publish', 'clock', {}, ['too-early']],
    ['scheduled', 'publish', 'clock', { now: new Date('2026-12-09T09:30:00Z') }, []],
    ['published', 'correct', 'chair', { words: '' }, ['words-missing']],
    ['writing', 'drop', 'dropper', {}, []],
    ['fact-check', 'drop', 'dropper', { words: ' ' }, ['words-missing']],
    ['checked', 'drop', 'dropper', { editions: 1 }, ['is-out']],
    ['writing', 'drop-correction', 'dropper', { editions: 1 }, []],
    ['writing', 'drop-correction', 'dropper', { words: '' }, ['not-out', 'words-missing']],
  ])('%s: %s by the %s', (from, action, who, change, codes) => {
    expect(refusals(from, action, who, change)).toEqual(codes);
  });

  it('lets no member decide on publication, and nobody publish by hand', () => {
    for (const from of Object.keys(REPORT_STATES) as ReportState[]) {
      for (const action of ['schedule', 'recall', 'correct'] as const) expect(transitionFor(REPORT_WORKFLOW, from, action, ['member'])).toBeUndefined();
      expect(transitionFor(REPORT_WORKFLOW, from, 'publish', ['member', 'chair'])).toBeUndefined();
    }
  });

  it.each<[Role[], ReportPosition[]]>([
    [['council-member'], ['member']], [['council-chair'], ['member', 'chair', 'dropper']], [['reviewer'], []], [['sro', 'official'], []], [['administrator'], []], [['statistician'], []],
  ])('%j stand as %j', (roles, positions) => {
    expect(positionsTowardsReport(person(...roles), { openedBy: 'somebody else' })).toEqual(positions);
  });

  it('lets its author drop it too, and nobody once it is to be published', () => {
    expect(positionsTowardsReport(person('council-member'), { openedBy: 'u' })).toEqual(['member', 'dropper']);
    expect(positionsTowardsReport(person('reviewer'), { openedBy: 'u' })).toEqual([]);
    for (const from of ['scheduled', 'published', 'dropped'] as const) expect(transitionFor(REPORT_WORKFLOW, from, 'drop', ['member', 'chair', 'dropper'])).toBeUndefined();
  });
});
