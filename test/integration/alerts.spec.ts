import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RecoveryPlan } from '#domain/alerts/alert-blockers.js';
import { type Actor, systemActor } from '#domain/access/permissions.js';
import { type User } from '#features/access/user.entity.js';
import { Alert } from '#features/alerts/alert.entity.js';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { AlertsService } from '#features/alerts/alerts.service.js';
import { EscalationService } from '#features/letters/escalation.service.js';
import { AlertRaisingService } from '#features/alerts/alert-raising.service.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';

const PLAN: RecoveryPlan = {
  summary: 'Catch up by summer.',
  actions: [
    { action: 'Open 20 hubs', owner: 'Director of schools', dueOn: '2026-12-31', expectedEffect: '2 points more', metric: 'key-stage-2', releaseExpectedOn: '2027-07-15' },
  ],
};
const COUNCIL = ['chair@council.example.org', 'member@council.example.org', 'reviewer@council.example.org', 'secondee@council.example.org'];
const DEPARTMENT = ['missions@dfe.example.org', 'official@dfe.example.org', 'sro@dfe.example.org'];

const actorOf = (user: User): Actor => ({
  kind: 'user',
  id: user.id,
  name: user.name,
  roles: user.roles,
  organisationId: user.organisationId,
  homeOrganisationId: user.homeOrganisationId,
});

async function saveOffTrack(waymark: TestApplication, { mission, target }: EducationMission): Promise<Judgement> {
  return waymark.dataSource.getRepository(Judgement).save({
    kind: 'computed', missionId: mission.id, targetId: target.id, verdict: 'off-track', countsAs: 'off-track', sentence: 'It is off track.', method: 'interim-path',
    methodVersion: '1', components: { reasons: [], causeHints: {} }, inputs: [], releaseIds: [], cause: 'first', givenAt: waymark.clock.now(), asOf: waymark.clock.today(),
  }) as Promise<Judgement>;
}

describe('alerts', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let judgement: Judgement;

  const raise = (judgementId: string): Promise<Alert | null> =>
    waymark.get(UnitOfWork).run({ actor: 'job:raise-alert', event: 'ALERT_RAISED', subject: 'outbox:x' }, (tx) =>
      waymark.get(AlertRaisingService).raiseInTransaction(tx, { judgementId, kind: 'target-off-track' }),
    );
  const service = (): AlertsService => waymark.get(AlertsService);
  const current = (reference: string): Promise<Alert> => waymark.get(AlertsQueries).byReference(reference);
  const person = (name: keyof EducationMission['people']): Actor => actorOf(education.people[name]);
  const recipientsOf = async (): Promise<string[]> => {
    const messages = await waymark.dataSource.getRepository(MailMessage).find({ order: { recipient: 'ASC' } });
    await waymark.dataSource.query('DELETE FROM mail_messages');
    return messages.map(({ recipient }) => recipient);
  };
  /** One move later: the clock goes on, so that the timeline has an order. */
  const step = (): void => waymark.clock.advance(60_000);

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    judgement = await saveOffTrack(waymark, education);
  });
  afterAll(() => waymark.close());

  it('raises exactly one of ten at once, and writes once to each of the council and the lead department', async () => {
    const raised = await Promise.all(Array.from({ length: 10 }, () => raise(judgement.id)));
    expect(raised.filter(Boolean)).toHaveLength(1);
    const alerts = await waymark.dataSource.getRepository(Alert).find();
    expect(alerts).toHaveLength(1);
    // 20 working days after Monday 1 June 2026 is Monday 29 June
    expect(alerts[0]).toMatchObject({
      status: 'raised', organisationId: education.organisations.dfe.id, sentence: 'It is off track.', responseDueOn: '2026-06-29',
      dedupeKey: `target-off-track:${education.target.id}:${judgement.id}`,
    });
    expect(await recipientsOf()).toEqual([...COUNCIL, ...DEPARTMENT].sort());
  });

  it('raises none for a later judgement while one of the same target is open', async () => {
    const later = await saveOffTrack(waymark, education);
    expect(await raise(later.id)).toBeNull();
  });

  it('is the lead department’s to acknowledge, and nobody else’s', async () => {
    const [alert] = (await waymark.get(AlertsQueries).all()).open;
    const input = { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion: alert?.rowVersion ?? 0 };
    const reference = alert?.reference ?? '';
    for (const name of ['otherSro', 'chair', 'reviewer', 'administrator'] as const) {
      await expect(service().acknowledge(person(name), reference, input)).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|conflict/) });
    }
    await expect(service().acknowledge(systemActor('command', 'x'), reference, input)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(service().acknowledge(person('official'), reference, { ...input, ownerName: ' ' })).rejects.toMatchObject({
      kind: 'invalid', reasons: [{ code: 'owner-name-missing', field: 'ownerName' }],
    });
    expect((await current(reference)).status).toBe('raised');
    expect(await recipientsOf()).toEqual([]);
  });

  it('goes from acknowledged to closed, each move told to the other side', async () => {
    const { reference } = (await waymark.get(AlertsQueries).all()).open[0] as Alert;
    const version = async (): Promise<number> => (await current(reference)).rowVersion;
    step();
    await service().acknowledge(person('official'), reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion: await version() });
    expect(await recipientsOf()).toEqual(COUNCIL);

    await expect(waymark.get(EscalationService).escalate(person('chair'), reference, { reason: 'Late', rowVersion: await version() })).rejects.toMatchObject({ code: 'not-overdue' });
    await expect(service().answer(person('official'), reference, { plan: PLAN, rowVersion: await version() })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(service().answer(person('otherSro'), reference, { plan: PLAN, rowVersion: await version() })).rejects.toMatchObject({ kind: 'forbidden' });
    const noRelease = { ...PLAN, actions: [{ ...PLAN.actions[0]!, metric: '' }] };
    await expect(service().answer(person('sro'), reference, { plan: noRelease, rowVersion: await version() })).rejects.toMatchObject({
      kind: 'invalid', reasons: [{ field: 'actions.0.metric' }],
    });
    step();
    await service().answer(person('sro'), reference, { plan: PLAN, rowVersion: await version() });
    expect(await recipientsOf()).toEqual(COUNCIL);

    await expect(service().decide(person('secondee'), reference, 'accept', { reason: '', rowVersion: await version() })).rejects.toMatchObject({ kind: 'forbidden' });
    step();
    await service().decide(person('member'), reference, 'not-accept', { reason: 'No effect is shown.', rowVersion: await version() });
    expect(await recipientsOf()).toEqual(DEPARTMENT);
    step();
    await service().answer(person('sro'), reference, { plan: { ...PLAN, summary: 'More.' }, rowVersion: await version() });
    step();
    await service().decide(person('chair'), reference, 'accept', { reason: '', rowVersion: await version() });
    step();
    await service().decide(person('chair'), reference, 'close', { reason: 'The release has shown it.', rowVersion: await version() });

    const alert = await current(reference);
    expect(alert).toMatchObject({ status: 'closed', ownerName: 'Helen Marsh', planSummary: 'More.', plansPublished: 2, planActions: [{ ...PLAN.actions[0]!, expectedChange: null, releaseThatShows: 'Pupils at the expected standard, expected by 15 July 2027' }] });
    const events = await waymark.get(AlertsQueries).eventsOf(alert.id);
    expect(events.map(({ action, toStatus, actorOffice }) => [action, toStatus, actorOffice])).toEqual([
      ['raise', 'raised', 'Waymark'],
      ['acknowledge', 'acknowledged', 'Department for Education'],
      ['answer', 'answered', 'Department for Education'],
      ['not-accept', 'not-accepted', 'Advisory Council'],
      ['answer', 'answered', 'Department for Education'],
      ['accept', 'accepted', 'Advisory Council'],
      ['close', 'closed', 'Advisory Council'],
    ]);
    expect(events[2]?.text).toContain('Open 20 hubs');
    const audit = await waymark.dataSource.getRepository(AuditEntry).find({ order: { position: 'ASC' } });
    expect(audit.map(({ event }) => event).filter((event) => event.startsWith('ALERT_')).slice(-6)).toEqual([
      'ALERT_ACKNOWLEDGED', 'ALERT_ANSWERED', 'ALERT_DECIDED', 'ALERT_ANSWERED', 'ALERT_DECIDED', 'ALERT_DECIDED',
    ]);
    expect(JSON.stringify(audit.map(({ facts }) => facts))).not.toMatch(/Helen|Catch up|No effect/);
    await recipientsOf();
  });

  it('gives one of two decisions at once, and a conflict to the other', async () => {
    const alert = (await raise((await saveOffTrack(waymark, education)).id)) as Alert;
    const { rowVersion } = await current(alert.reference);
    const both = await Promise.allSettled(
      ['official', 'sro'].map((name) =>
        service().acknowledge(person(name as 'official'), alert.reference, { ownerName: name, ownerJob: 'Job', rowVersion }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
  });

  it('may be escalated once the answer is overdue, and answered after that', async () => {
    const { reference, responseDueOn } = (await waymark.get(AlertsQueries).all()).open[0] as Alert;
    waymark.clock.set(`${responseDueOn}T12:00:00Z`);
    const version = async (): Promise<number> => (await current(reference)).rowVersion;
    await expect(waymark.get(EscalationService).escalate(person('chair'), reference, { reason: 'Silence.', rowVersion: await version() })).rejects.toMatchObject({ code: 'not-overdue' });
    waymark.clock.advance(24 * 60 * 60 * 1000);
    await waymark.get(EscalationService).escalate(person('chair'), reference, { reason: 'Silence.', rowVersion: await version() });
    await service().answer(person('sro'), reference, { plan: PLAN, rowVersion: await version() });
    expect((await current(reference)).status).toBe('answered');
  });

  describe('by SQL as the application’s role', () => {
    const query = (sql: string, ...values: unknown[]): Promise<unknown> => waymark.dataSource.query(sql, values);
    const move = async (action: string, name: keyof EducationMission['people'] | null): Promise<unknown> => {
      const [alert] = await waymark.dataSource.getRepository(Alert).find({ where: { status: 'answered' } });
      return query(
        `INSERT INTO alert_events (alert_id, action, to_status, actor_id, actor_office, text, at) VALUES ($1, $2, 'answered', $3, '', '', now())`,
        alert?.id, action, name && education.people[name].id,
      );
    };

    it('lose neither history nor ground', async () => {
      await expect(query(`UPDATE alert_events SET text = 'x'`)).rejects.toThrow(/permission denied/);
      await expect(query('DELETE FROM alerts')).rejects.toThrow(/alerts are kept/);
      await expect(query(`UPDATE alerts SET response_due_on = '2030-01-01'`)).rejects.toThrow(/keeps what it was raised on/);
    });

    it('stand nowhere that the timeline does not say', async () => {
      await expect(query(`UPDATE alerts SET status = 'accepted' WHERE status = 'answered'`)).rejects.toThrow(/cannot be accepted/);
    });

    it.each([
      ['accept', 'sro'],
      ['accept', 'reviewer'],
      ['accept', 'secondee'],
      ['accept', 'administrator'],
      ['accept', null],
      ['close', 'official'],
      ['answer', 'official'],
      ['answer', 'otherSro'],
      ['acknowledge', 'chair'],
      ['clear', 'chair'],
      ['forget', 'chair'],
    ] as const)('are not moved by "%s" of the %s', async (action, name) => {
      await expect(move(action, name)).rejects.toThrow(/not theirs to make/);
    });
  });
});

describe('an alert of a mission that nobody leads', () => {
  it('goes to the council alone and says so', async () => {
    const waymark = await startTestApplication();
    try {
      const education = await saveEducationMission(waymark.dataSource, null);
      const judgement = await saveOffTrack(waymark, education);
      const alert = await waymark.get(UnitOfWork).run({ actor: 'job:raise-alert', event: 'ALERT_RAISED', subject: 'outbox:x' }, (tx) =>
        waymark.get(AlertRaisingService).raiseInTransaction(tx, { judgementId: judgement.id, kind: 'target-off-track' }),
      );
      const messages = await waymark.dataSource.getRepository(MailMessage).find({ order: { recipient: 'ASC' } });
      expect(messages.map(({ recipient }) => recipient)).toEqual(COUNCIL);
      expect(messages[0]?.body).toContain('No department leads this mission (vacancy)');
      expect((await waymark.get(AlertsQueries).eventsOf(alert?.id ?? ''))[0]?.text).toContain('vacancy');
    } finally {
      await waymark.close();
    }
  });
});
