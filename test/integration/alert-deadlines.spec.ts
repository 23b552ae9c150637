import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AlertSilence } from '#features/alerts/alert-silence.service.js';
import { type Alert } from '#features/alerts/alert.entity.js';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { AlertsService } from '#features/alerts/alerts.service.js';
import { EscalationService } from '#features/letters/escalation.service.js';
import { Letter } from '#features/letters/letter.entity.js';
import { LettersModule } from '#features/letters/letters.module.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { actorOf, PLAN, raiseOffTrack } from '../factories/alert.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

// raised on Monday 1 June 2026: to be answered by Monday 29 June, until midnight in London, which is 23:00 UTC in summer
describe('the deadlines of alerts', () => {
  let waymark: TestApplication;
  let education: EducationMission;

  const service = (): AlertsService => waymark.get(AlertsService);
  const current = (reference: string): Promise<Alert> => waymark.get(AlertsQueries).byReference(reference);
  const actionsOf = async (reference: string): Promise<string[]> => (await waymark.get(AlertsQueries).eventsOf((await current(reference)).id)).map(({ action }) => action);
  const as = (name: keyof EducationMission['people']) => actorOf(education.people[name]);
  const raised = async (): Promise<Alert> => raiseOffTrack(waymark, education);
  const acknowledge = async (reference: string, by: keyof EducationMission['people'] = 'official'): Promise<unknown> =>
    service().acknowledge(as(by), reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion: (await current(reference)).rowVersion });

  beforeEach(async () => {
    waymark = await startTestApplication({ modules: [JobsModule, LettersModule] });
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
  });
  afterEach(() => waymark.close());

  it.each([
    ['in winter time, with two bank holidays and New Year', '2026-12-14T09:00:00Z', '2027-01-14', '2027-01-14T23:59:59Z', '2027-01-15T00:00:00Z'],
    ['across the clock change of spring, with Easter', '2027-03-15T09:00:00Z', '2027-04-14', '2027-04-14T22:59:59Z', '2027-04-14T23:00:00Z'],
    ['across the clock change of autumn', '2026-10-12T09:00:00Z', '2026-11-09', '2026-11-09T23:59:59Z', '2026-11-10T00:00:00Z'],
    ['raised late in the evening of London', '2026-06-01T22:30:00Z', '2026-06-29', '2026-06-29T22:59:59Z', '2026-06-29T23:00:00Z'],
    ['raised after midnight in London, still the day before in UTC', '2026-05-31T23:30:00Z', '2026-06-29', '2026-06-29T22:59:59Z', '2026-06-29T23:00:00Z'],
  ])('%s', async (_, at, dueOn, last, after) => {
    waymark.clock.set(at);
    const { reference, responseDueOn } = await raised();
    expect(responseDueOn).toBe(dueOn);
    waymark.clock.set(last);
    await waymark.runWatches();
    expect(await actionsOf(reference)).not.toContain('no-response');
    waymark.clock.set(after);
    await waymark.runWatches();
    expect((await actionsOf(reference)).filter((action) => action === 'no-response')).toHaveLength(1);
  });

  it('gives exactly one outcome where the answer and “no response” meet at midnight', async () => {
    const { reference } = await raised();
    await acknowledge(reference);
    const { rowVersion } = await current(reference);
    waymark.clock.set('2026-06-29T23:00:00Z');
    const [answer] = await Promise.allSettled([
      service().answer(as('sro'), reference, { plan: { ...PLAN, actions: PLAN.actions }, rowVersion }),
      waymark.get(AlertSilence).publishDue(waymark.clock.now()),
      waymark.get(AlertSilence).publishDue(waymark.clock.now()),
    ]);
    const actions = await actionsOf(reference);
    const silences = actions.filter((action) => action === 'no-response').length;
    // either it was first, and nothing is said of silence, or the silence was, once, and the answer is told that the alert has changed
    expect([answer?.status, silences]).toEqual(answer?.status === 'fulfilled' ? ['fulfilled', 0] : ['rejected', 1]);
    await waymark.runWatches();
    expect((await actionsOf(reference)).filter((action) => action === 'no-response')).toHaveLength(silences);
  });

  it('says silence once of two processes, beside an acknowledgement of the same minute', async () => {
    const { reference, rowVersion } = await raised();
    waymark.clock.set('2026-06-29T23:00:00Z');
    const looks = () => waymark.get(AlertSilence).publishDue(waymark.clock.now());
    await Promise.allSettled([service().acknowledge(as('official'), reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion }), looks(), looks()]);
    expect((await actionsOf(reference)).filter((action) => action === 'no-response')).toHaveLength(1);
    expect(await waymark.dataSource.getRepository(AuditEntry).countBy({ event: 'ALERT_UNANSWERED' })).toBe(1);
  });

  it('is escalated once of two at once, with one letter', async () => {
    const { reference, rowVersion } = await raised();
    waymark.clock.set('2026-06-30T08:00:00Z');
    const both = await Promise.allSettled((['member', 'chair'] as const).map((name) => waymark.get(EscalationService).escalate(as(name), reference, { reason: 'No answer.', rowVersion })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
    expect((await actionsOf(reference)).filter((action) => action === 'escalate')).toHaveLength(1);
    expect(await waymark.dataSource.getRepository(Letter).countBy({ kind: 'escalation' })).toBe(1);
  });

  it('are of each target its own: two of one kind on two targets of a mission', async () => {
    const first = await raised();
    const { id: _, ...target } = education.target;
    const other = await waymark.dataSource.getRepository(Target).save({ ...target, slug: 'another', position: 2 });
    const second = await raiseOffTrack(waymark, { ...education, target: other });
    expect([first.dedupeKey === second.dedupeKey, first.kind, second.kind]).toEqual([false, 'target-off-track', 'target-off-track']);
    await acknowledge(first.reference);
    expect([(await current(first.reference)).status, (await current(second.reference)).status]).toEqual(['acknowledged', 'raised']);
  });

  it('are the new lead’s from its first day, and nobody else’s', async () => {
    const { reference } = await raised();
    const leads = waymark.dataSource.getRepository(MissionLead);
    await leads.update({ missionId: education.mission.id }, { to: '2026-06-10' });
    await leads.save({ missionId: education.mission.id, organisationId: education.organisations.dhsc.id, from: '2026-06-10', to: null, basis: 'paper' });
    waymark.clock.set('2026-06-09T23:00:00Z');
    await waymark.runWatches();
    await expect(acknowledge(reference, 'sro')).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|conflict/) });
    await acknowledge(reference, 'otherSro');
    expect(await current(reference)).toMatchObject({ status: 'acknowledged', organisationId: education.organisations.dhsc.id, raisedWithId: education.organisations.dfe.id, responseDueOn: '2026-06-29' });
  });
});
