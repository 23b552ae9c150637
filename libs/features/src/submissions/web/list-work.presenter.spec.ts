import { describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { type Framework } from '#features/frameworks/framework.entity.js';
import { workPage } from './list-work.presenter.js';

const line = (status: SubmissionStatus, dueOn: string, standingVersion: number | null = null, focusArea: string | null = 'Education'): Parameters<typeof workPage>[0][number] => ({
  id: `${status}-${dueOn}`, kind: focusArea ? 'evidence-return' : 'delivery-plan', reference: 'ER-2026-7K3D', coversLabel: 'April to September 2026',
  dueOn, status, standingVersion, mission: focusArea ? { focusArea } : null, framework: { title: 'Levelling Up', closedAt: null } as Framework,
});

const person = (role: Role): Actor => ({ kind: 'user', id: 'p', name: 'P', roles: [role], organisationId: 'o', homeOrganisationId: null });

describe('the due list', () => {
  it('has what the department must do, what the council has, and what is done, newest first', () => {
    const page = workPage(
      [line('draft', '2026-11-13'), line('submitted', '2026-11-13', 1), line('accepted', '2025-11-13', 1), line('accepted', '2026-05-13', 1), line('changes-requested', '2026-11-13', 1), line('draft', '2026-12-07', null, null)],
      '2026-11-23',
      person('official'),
    );
    const shape = page.tables.map(({ heading, lines }) => [heading, lines.map(({ what, due, tags }) => `${what}, ${due}: ${tags.map(({ text }) => text).join(' ')}`)]);
    expect(shape).toEqual([
      ['To do', [
        'Evidence return: Education, 13 November 2026: Overdue Draft',
        'Evidence return: Education, 13 November 2026: Changes requested',
        'Outcome delivery plan, 7 December 2026: Draft',
      ]],
      ['With the council', ['Evidence return: Education, 13 November 2026: Submitted']],
      ['Accepted', ['Evidence return: Education, 13 May 2026: Accepted', 'Evidence return: Education, 13 November 2025: Accepted']],
    ]);
    expect(page.tables[0]?.lines.map(({ href }) => href)).toEqual([
      '/evidence-returns/draft-2026-11-13', '/evidence-returns/changes-requested-2026-11-13', '/delivery-plans/draft-2026-12-07',
    ]);
  });

  it.each<[Role, string[]]>([['official', ['/delegations']], ['sro', ['/delegations', '/work/clearance']]])('leads the %s to how signing is arranged', (role, hrefs) => {
    expect(workPage([], '2026-11-23', person(role)).links.map(({ href }) => href)).toEqual(hrefs);
  });

  it('asks for nothing of a framework that is closed; what was late then stays so', () => {
    const framework = { title: 'Levelling Up', closedAt: new Date('2026-11-14T09:00:00Z') } as Framework;
    const [table, ...more] = workPage([{ ...line('draft', '2026-11-13'), framework }, { ...line('draft', '2026-11-20'), framework }], '2026-11-23', person('official')).tables;
    expect([table?.heading, table?.lines.map(({ tags }) => tags.map(({ text }) => text)), more]).toEqual(['Of frameworks that are closed', [['Overdue', 'Draft', 'Framework closed'], ['Draft', 'Framework closed']], []]);
  });

  it('has no empty table', () => {
    expect(workPage([], '2026-11-23', person('official')).tables).toEqual([]);
  });
});
