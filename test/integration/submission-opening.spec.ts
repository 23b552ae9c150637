import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, systemActor } from '#domain/access/permissions.js';
import { DeliveryPlansService } from '#features/delivery-plans/delivery-plans.service.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { type ReportingCycle } from '#features/submissions/reporting-cycle.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { type EducationMission } from '../factories/education-mission.factory.js';
import { type DepartmentActor, refusalOf, startDepartments } from '../factories/submission.factory.js';
import { type TestApplication } from '../support/application.js';

describe('opening', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let actors: Record<DepartmentActor, Actor>;

  beforeAll(async () => {
    ({ waymark, education, actors } = await startDepartments());
  });
  afterAll(() => waymark?.close());

  const eventsOf = (submissionId: string): Promise<SubmissionEvent[]> =>
    waymark.dataSource.getRepository(SubmissionEvent).find({ where: { submissionId }, order: { sequence: 'ASC' } });
  const cycle: ReportingCycle = { frameworkSlug: 'levelling-up-2022', coversLabel: 'April to September 2026', coversFrom: '2026-04-01', coversTo: '2026-09-30', dueOn: '2026-12-07' };
  const command = systemActor('command', 'test');

  it('gives the lead department a return a mission and a plan, once', async () => {
    const [returns, plans] = [waymark.get(EvidenceReturnsService), waymark.get(DeliveryPlansService)];
    expect(await returns.openCycle(command, cycle)).toEqual({ opened: 1, existing: 0, withoutLead: [] });
    expect(await returns.openCycle(command, cycle)).toEqual({ opened: 0, existing: 1, withoutLead: [] });
    expect(await plans.openYear(command, cycle)).toEqual({ opened: 1, existing: 0, withoutLead: [] });
    expect(await plans.openYear(command, cycle)).toEqual({ opened: 0, existing: 1, withoutLead: [] });
    const opened = await waymark.dataSource.getRepository(Submission).findBy({ coversFrom: '2026-04-01' });
    expect(opened.map(({ kind, status, missionId, organisationId }) => ({ kind, status, missionId, organisationId }))).toEqual([
      { kind: 'evidence-return', status: 'draft', missionId: education.mission.id, organisationId: education.organisations.dfe.id },
      { kind: 'delivery-plan', status: 'draft', missionId: null, organisationId: education.organisations.dfe.id },
    ]);
    expect(opened.map(({ reference }) => reference.slice(0, 8))).toEqual(['ER-2026-', 'DP-2026-']);
    expect((await eventsOf(opened[0]?.id ?? '')).map(({ action, actorName }) => [action, actorName])).toEqual([['open', 'Waymark']]);
  });

  it('owes nothing where nobody leads', async () => {
    const before = { ...cycle, coversFrom: '2021-04-01', coversTo: '2021-09-30', dueOn: '2022-02-01' };
    expect(await waymark.get(EvidenceReturnsService).openCycle(command, before)).toEqual({ opened: 0, existing: 0, withoutLead: ['education'] });
    expect(await waymark.get(DeliveryPlansService).openYear(command, before)).toEqual({ opened: 0, existing: 0, withoutLead: ['education'] });
  });

  it.each<[string, Partial<ReportingCycle>, [string, string[]]]>([
    ['an unknown framework', { frameworkSlug: 'no-such' }, ['not-found', ['not-found']]],
    ['an unknown mission', { missions: ['no-such'] }, ['not-found', ['not-found']]],
    ['a period that ends before it begins', { coversTo: '2026-03-31' }, ['invalid', ['period-backwards']]],
    ['a date that is none', { dueOn: '2026-02-30' }, ['invalid', ['date-wrong']]],
    ['no label', { coversLabel: ' ' }, ['invalid', ['label-missing']]],
  ])('refuses %s', async (_, wrong, expected) => {
    expect(await refusalOf(waymark.get(EvidenceReturnsService).openCycle(command, { ...cycle, ...wrong }))).toEqual(expected);
  });

  it('is not for departments', async () => {
    expect(await refusalOf(waymark.get(EvidenceReturnsService).openCycle(actors.sro, cycle))).toEqual(['forbidden', ['forbidden']]);
    expect(await refusalOf(waymark.get(DeliveryPlansService).openYear(actors.official, cycle))).toEqual(['forbidden', ['forbidden']]);
  });
});
