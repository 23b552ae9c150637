import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { type Alert } from '#features/alerts/alert.entity.js';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { AlertsService, type CouncilDecision } from '#features/alerts/alerts.service.js';
import { DepartmentAlertsQueries } from '#features/alerts/department-alerts.queries.js';
import { RecoveryPlanDrafts } from '#features/alerts/recovery-plan-drafts.service.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { actorOf, PLAN, raiseOffTrack } from '../factories/alert.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';

// raised on Monday 1 June 2026: acknowledged by Monday 8 June, answered by Monday 29 June
describe('the life of an alert', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let reference: string;

  const as = (name: keyof EducationMission['people']): Actor => actorOf(education.people[name]);
  const service = (): AlertsService => waymark.get(AlertsService);
  const current = (): Promise<Alert> => waymark.get(AlertsQueries).byReference(reference);
  const version = async (): Promise<number> => (await current()).rowVersion;
  const events = async (): Promise<[string, string][]> => (await waymark.get(AlertsQueries).eventsOf((await current()).id)).map(({ action, text }) => [action, text]);
  const acknowledge = async (): Promise<unknown> => service().acknowledge(as('official'), reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion: await version() });
  const answer = async (plan = PLAN): Promise<unknown> => service().answer(as('sro'), reference, { plan, rowVersion: await version() });
  const decide = async (decision: CouncilDecision, reason = 'Because.'): Promise<unknown> => service().decide(as('chair'), reference, decision, { reason, rowVersion: await version() });
  const counts = async (): Promise<object | undefined> => (await waymark.get(DepartmentAlertsQueries).all(waymark.clock.today()))[0]?.counts;
  const mailed = async (): Promise<number> => waymark.dataSource.getRepository(MailMessage).count();
  const audited = async (event: string): Promise<number> => waymark.dataSource.getRepository(AuditEntry).countBy({ event });
  const accepted = async (): Promise<void> => {
    await acknowledge();
    await answer();
    await decide('accept', '');
  };

  beforeEach(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2023-09-01/P1Y': 65, '2024-09-01/P1Y': 66 }, '2026-05-01');
    reference = (await raiseOffTrack(waymark, education)).reference;
  });
  afterEach(() => waymark.close());

  it('publishes no response by itself: not on the day, once after it, and once more for another plan', async () => {
    waymark.clock.set('2026-06-29T22:59:00Z');
    await waymark.runWatches();
    expect(await audited('ALERT_UNANSWERED')).toBe(0);
    const before = await mailed();
    // three weeks down
    waymark.clock.set('2026-07-20T08:00:00Z');
    await waymark.runWatches();
    await waymark.runWatches();
    expect((await events()).filter(([action]) => action === 'no-response')).toEqual([['no-response', 'Department for Education did not answer by 29 June 2026.']]);
    expect(await audited('ALERT_UNANSWERED')).toBe(1);
    expect(await mailed()).toBeGreaterThan(before);
    expect(await counts()).toMatchObject({ notAnswered: 1, answeredLate: 0 });

    await acknowledge();
    await answer();
    expect(await counts()).toMatchObject({ acknowledgedLate: 1, answeredLate: 1, notAnswered: 0 });
    expect((await events()).find(([action]) => action === 'acknowledge')?.[1]).toContain('Late: it was due by 8 June 2026.');
    await decide('not-accept', 'No effect is shown.');
    // ten working days after 20 July
    expect((await current()).answerAgainDueOn).toBe('2026-08-03');
    waymark.clock.set('2026-08-03T12:00:00Z');
    await waymark.runWatches();
    waymark.clock.set('2026-08-04T12:00:00Z');
    await waymark.runWatches();
    await waymark.runWatches();
    expect((await events()).filter(([action]) => action === 'no-response')).toHaveLength(2);
    await answer();
    await waymark.runWatches();
    expect((await current())).toMatchObject({ answerAgainDueOn: null, plansPublished: 2, status: 'answered' });
  });

  it('publishes none where an answer came on the last day', async () => {
    waymark.clock.set('2026-06-08T22:59:00Z');
    await acknowledge();
    waymark.clock.set('2026-06-29T22:59:00Z');
    await answer();
    waymark.clock.set('2026-06-30T08:00:00Z');
    await waymark.runWatches();
    expect(await audited('ALERT_UNANSWERED')).toBe(0);
    expect(await counts()).toMatchObject({ acknowledgedInTime: 1, answeredInTime: 1 });
  });

  it('names another owner without a new date, and without making a late acknowledgement good', async () => {
    waymark.clock.set('2026-06-09T08:00:00Z');
    await acknowledge();
    const first = (await current()).acknowledgedAt;
    waymark.clock.advance(60_000);
    await service().acknowledge(as('sro'), reference, { ownerName: 'Jo Brand', ownerJob: 'Director', rowVersion: await version() });
    expect(await current()).toMatchObject({ status: 'acknowledged', ownerName: 'Jo Brand', acknowledgedAt: first, responseDueOn: '2026-06-29' });
    expect(await counts()).toMatchObject({ acknowledgedLate: 1 });
  });

  it('counts questions and requests for more time, and moves no date for them', async () => {
    await service().say(as('official'), reference, 'query', { text: 'Which figures?', rowVersion: await version() });
    await service().say(as('sro'), reference, 'ask-time', { text: 'A reorganisation.', rowVersion: await version() });
    await service().say(as('chair'), reference, 'reply', { text: 'Those of May.', rowVersion: await version() });
    await expect(service().say(as('official'), reference, 'query', { text: ' ', rowVersion: await version() })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(service().say(as('otherSro'), reference, 'query', { text: 'x', rowVersion: await version() })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(service().say(as('official'), reference, 'reply', { text: 'x', rowVersion: await version() })).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await current()).toMatchObject({ status: 'raised', responseDueOn: '2026-06-29' });
    expect(await counts()).toMatchObject({ queries: 1, timeRequests: 1 });
    expect((await events())[2]?.[1]).toContain('The date does not move: an answer is due by 29 June 2026.');
  });

  describe('a plan that is being written', () => {
    const drafts = (): RecoveryPlanDrafts => waymark.get(RecoveryPlanDrafts);
    const read = async (name: 'official' | 'sro' = 'official'): ReturnType<RecoveryPlanDrafts['read']> => drafts().read(as(name), await current());
    const opened = async (): Promise<{ reference: string; rowVersion: number }> => ({ reference, rowVersion: (await read()).rowVersion });
    const toPublish = async () => ({ ...(await opened()), status: (await current()).status });
    const line = PLAN.actions[0]!;

    it('is saved unfinished, refused with the place, and published whole by the SRO alone', async () => {
      await acknowledge();
      await drafts().saveSummary(as('official'), await opened(), 'Catch up.');
      await drafts().putAction(as('official'), await opened(), null, { ...line, owner: '' });
      await drafts().putAction(as('official'), await opened(), null, line);
      await expect(drafts().publish(as('sro'), await toPublish())).rejects.toMatchObject({ kind: 'invalid', reasons: [{ code: 'owner-missing', field: 'actions.0.owner' }] });
      await expect(drafts().publish(as('official'), await toPublish())).rejects.toMatchObject({ kind: 'forbidden' });
      await drafts().putAction(as('official'), await opened(), 0, { ...line, metric: 'no-such-metric' });
      await expect(drafts().publish(as('sro'), await toPublish())).rejects.toMatchObject({ reasons: [{ code: 'metric-unknown', field: 'actions.0.metric' }] });
      await drafts().removeAction(as('sro'), await opened(), 0);
      await drafts().publish(as('sro'), await toPublish());
      expect(await current()).toMatchObject({ status: 'answered', planSummary: 'Catch up.', planActions: [{ metric: 'key-stage-2', expectedChange: 2 }] });
      expect(await audited('ALERT_ANSWERED')).toBe(1);
    });

    it('is nobody else’s, and two at once are one saving and one conflict', async () => {
      await expect(drafts().read(as('otherSro'), await current())).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(drafts().read(as('chair'), await current())).rejects.toMatchObject({ kind: 'forbidden' });
      const before = await opened();
      const both = await Promise.allSettled(['one', 'two'].map((summary) => drafts().saveSummary(as('official'), before, summary)));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
    });
  });

  describe('the effect', () => {
    const shown = async (): Promise<string[]> => (await waymark.get(AlertsQueries).effectsOf((await current()).id)).map(({ outcome }) => outcome);
    /** Figures with an hour of publication in the future. */
    const embargoed = (figures: Record<string, number>, publishedOn: string): Promise<unknown> => publishFigures(waymark.dataSource, education, figures, publishedOn);

    it.each([
      [68, 'shown', '68% in school year 2025/26'],
      [67, 'not-shown', 'it is higher by 1%'],
    ])('is checked at the hour of the release that the plan names: %s', async (value, outcome, words) => {
      await accepted();
      await embargoed({ '2025-09-01/P1Y': value }, '2027-07-14');
      waymark.clock.set('2027-07-14T09:29:00Z');
      await waymark.runWatches();
      expect(await shown()).toEqual([]);
      waymark.clock.set('2027-07-14T09:30:00Z');
      await waymark.runWatches();
      await waymark.runWatches();
      expect(await shown()).toEqual([outcome]);
      const effects = (await events()).filter(([action]) => action === 'effect');
      expect(effects).toHaveLength(1);
      expect(effects[0]?.[1]).toContain(words);
      expect(effects[0]?.[1]).toContain('66% in school year 2024/25');
      expect(effects[0]?.[1]).toContain('14 July 2027 (Department for Education)');
      expect(await counts()).toMatchObject({ effectShown: outcome === 'shown' ? 1 : 0, effectNotShown: outcome === 'shown' ? 0 : 1 });
      await decide('close', 'The release has shown it.');
      expect((await current()).status).toBe('closed');
    });

    it('does not take a release that comes long before for the one that was named', async () => {
      await accepted();
      await embargoed({ '2025-09-01/P1Y': 90 }, '2026-12-01');
      waymark.clock.set('2026-12-02T08:00:00Z');
      await waymark.runWatches();
      expect(await shown()).toEqual([]);
    });

    it('says so where the release has not come by its date, and where it holds no later figure, and goes on waiting', async () => {
      await accepted();
      waymark.clock.set('2027-07-15T20:00:00Z');
      await waymark.runWatches();
      expect(await shown()).toEqual([]);
      waymark.clock.set('2027-07-16T08:00:00Z');
      await waymark.runWatches();
      await waymark.runWatches();
      expect(await shown()).toEqual(['not-come']);
      await embargoed({ '2023-09-01/P1Y': 64 }, '2027-08-01');
      waymark.clock.set('2027-08-02T08:00:00Z');
      await waymark.runWatches();
      expect(await shown()).toEqual(['not-come', 'no-figure']);
      await embargoed({ '2025-09-01/P1Y': 70 }, '2027-09-01');
      waymark.clock.set('2027-09-02T08:00:00Z');
      await waymark.runWatches();
      await waymark.runWatches();
      expect(await shown()).toEqual(['not-come', 'no-figure', 'shown']);
      expect((await events()).find(([action]) => action === 'release-late')?.[1]).toContain('was expected by 15 July 2027 and has not come');
    });
  });

  it('is accepted with no plan that lacks a part, whoever writes to the table', async () => {
    await acknowledge();
    await answer();
    const query = (sql: string): Promise<unknown> => waymark.dataSource.query(sql);
    await expect(query(`UPDATE alerts SET plan_actions = '[{"action": "x", "owner": "y", "dueOn": "2026-12-31", "expectedEffect": "z", "metric": "key-stage-2"}]'`)).rejects.toThrow(/line without owner, date/);
    await expect(query(`UPDATE alerts SET plan_actions = '[]'`)).rejects.toThrow(/line without/);
    await expect(query('UPDATE alerts SET first_answered_at = NULL')).rejects.toThrow(/keeps what was counted/);
    await expect(query(`UPDATE alerts SET acknowledge_due_on = '2030-01-01'`)).rejects.toThrow(/keeps what was counted/);
    const { id } = await current();
    const write = (action: string, to: string, actor: string | null): Promise<unknown> =>
      waymark.dataSource.query(`INSERT INTO alert_events (alert_id, action, to_status, actor_id, actor_office, text, at) VALUES ($1, $2, $3, $4, '', '', now())`, [id, action, to, actor]);
    const chair = education.people.chair.id;
    await expect(write('effect', 'accepted', null)).rejects.toThrow(/is not moved to accepted by effect/);
    await expect(write('close', 'closed', chair)).rejects.toThrow(/is not moved to closed by close/);
    await expect(write('raise', 'raised', null)).rejects.toThrow(/is not moved to raised/);
    await expect(write('letter', 'answered', education.people.sro.id)).rejects.toThrow(/not theirs to make/);
    await expect(query(`DELETE FROM alert_effect_checks`)).rejects.toThrow(/permission denied/);
  });
});
