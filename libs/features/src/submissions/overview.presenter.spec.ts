import { describe, expect, it } from '@jest/globals';
import { type SubmissionKind, type SubmissionPosition, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { workflowOf } from '#domain/submissions/workflow-of.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { submissionOverview } from './overview.presenter.js';
import { type Dossier } from './submissions.queries.js';

function dossier(status: SubmissionStatus, positions: SubmissionPosition[], kind: SubmissionKind = 'delivery-plan'): Dossier<'delivery-plan'> {
  const content = { summary: 'Twelve hubs', contributions: [], missions: [] };
  return {
    submission: {
      id: 'id', kind, reference: 'DP-2026-7K3D', status, dueOn: '2026-11-13', coversLabel: '2026 to 2027', standingVersion: null, acceptedVersion: null,
      mission: null, organisation: { name: 'Department for Education' }, framework: { title: 'Levelling Up' },
    },
    content,
    draft: positions.some((position) => position !== 'reviewer'),
    blockers: [],
    clearance: { wanted: false, given: null },
    reset: [],
    links: [],
    events: [],
    versions: [{ number: 1, content: { ...content, summary: 'Ten hubs' }, submittedAt: new Date('2026-11-01T09:00:00Z') }],
    sections: [],
    actions: nextActions(workflowOf(kind), status, positions),
    signsInVain: false,
    today: '2026-11-23',
  } as unknown as Dossier<'delivery-plan'>;
}

const rows = ({ summary }: { summary: string }): { field: string; title: string; text: string }[] => [{ field: 'summary', title: 'Summary', text: summary }];

describe('the overview', () => {
  it.each<[SubmissionStatus, SubmissionPosition[], string[], boolean]>([
    ['draft', ['drafter'], ['Check your answers /delivery-plans/id/check button'], true],
    ['draft', ['sro'], [], false],
    ['awaiting-sign-off', ['sro'], ['Sign off and submit /delivery-plans/id/sign-off button', 'Decline /delivery-plans/id/decline'], false],
    ['submitted', ['drafter', 'sro'], ['Withdraw /delivery-plans/id/withdraw'], false],
    ['withdrawn', ['drafter', 'sro'], ['Take up again /delivery-plans/id/take-up button'], false],
    ['in-review', ['reviewer'], [], false],
    ['accepted', ['drafter', 'sro', 'reviewer'], [], false],
  ])('of one in state %s gives %j its moves from the table', (status, positions, moves, editable) => {
    const page = submissionOverview(dossier(status, positions), rows);
    expect(page.moves.map(({ text, href, primary }) => `${text} ${href}${primary ? ' button' : ''}`)).toEqual(moves);
    expect(page.editable).toBe(editable);
  });

  it('offers one button where two positions have the same move', () => {
    const page = submissionOverview({ ...dossier('submitted', []), actions: nextActions(workflowOf('evidence-return'), 'submitted', ['drafter', 'sro']) }, rows);
    expect(page.moves).toHaveLength(1);
  });

  it('shows what changed since the last delivery while it is written, to the department alone', () => {
    expect(submissionOverview(dossier('draft', ['drafter']), rows).changes).toEqual({
      heading: 'What has changed since version 1',
      list: [{ title: 'Summary', changes: [{ kind: 'removed', text: 'Ten' }, { kind: 'added', text: 'Twelve' }, { kind: 'same', text: ' hubs' }] }],
    });
    expect(submissionOverview(dossier('submitted', ['drafter']), rows).changes).toBeUndefined();
    expect(submissionOverview(dossier('draft', ['reviewer']), rows).changes).toBeUndefined();
  });

  it('says in words where it stands and that it is late', () => {
    const page = submissionOverview(dossier('withdrawn', ['drafter']), rows);
    expect(page.head.tags.map(({ text }) => text)).toEqual(['Withdrawn', 'Overdue']);
    expect(page.facts.at(-1)?.value.text).toBe('13 November 2026, and nothing has been submitted');
    expect(page.standing).toContain('still due');
    expect(submissionOverview(dossier('withdrawn', ['reviewer']), rows).standing).toContain('counts as not submitted');
  });
});
