import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LastEditionDocument } from '#domain/framework-closings/last-edition-document.js';
import { type Actor, systemActor } from '#domain/access/permissions.js';
import { Alert } from '#features/alerts/alert.entity.js';
import { AlertsService } from '#features/alerts/alerts.service.js';
import { DataGapEvent } from '#features/data-gaps/data-gap-event.entity.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { FrameworkClosingsQueries } from '#features/framework-closings/framework-closings.queries.js';
import { FrameworkClosingsService } from '#features/framework-closings/framework-closings.service.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { InquiriesService } from '#features/inquiries/inquiries.service.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { JudgementsService } from '#features/judgements/judgements.service.js';
import { EscalationService } from '#features/letters/escalation.service.js';
import { Letter } from '#features/letters/letter.entity.js';
import { LettersService } from '#features/letters/letters.service.js';
import { InterimReview } from '#features/interim-reviews/interim-review.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { RecommendationsService } from '#features/recommendations/recommendations.service.js';
import { verifyEdition } from '#features/reports/edition-file.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { PLAN, raiseOffTrack } from '../factories/alert.factory.js';
import { actorOf, openReturn } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { announceClosing, closingOf, decideToClose, DROPPED, FRAMEWORK, prepareClosing, saveSecondFramework } from '../factories/framework-closing.factory.js';
import { setCalendar } from '../factories/reporting-calendar.factory.js';
import { actingAs } from '../support/acting.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const STILL = ['submissions', 'alerts', 'alert_events', 'reporting_cycles', 'reminders', 'interim_reviews', 'judgements', 'recommendations', 'inquiry_questions', 'missions', 'targets', 'reports'];

describe('closing a framework', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let actor: (name: keyof EducationMission['people']) => Actor;

  beforeEach(async () => {
    waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    actor = (name) => actorOf(education.people[name]);
  }, 60_000);
  afterEach(() => waymark.close());

  const service = (): FrameworkClosingsService => waymark.get(FrameworkClosingsService);
  const query = (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> => waymark.dataSource.query(sql, values);
  const at = async (instant: string): Promise<Record<string, number>> => {
    waymark.clock.set(instant);
    return waymark.runWatches();
  };
  const edition = async (): Promise<LastEditionDocument> => (await waymark.get(FrameworkClosingsQueries).editionOf(FRAMEWORK)).document;
  const closedAt = async (): Promise<Date | null> => (await waymark.dataSource.getRepository(Framework).findOneByOrFail({ slug: FRAMEWORK })).closedAt;
  /** What the tables hold that nothing may move any more. */
  const still = async (): Promise<Record<string, unknown>> =>
    Object.fromEntries(await Promise.all(STILL.map(async (table) => [table, (await query(`SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM ${table} t`))[0]?.['sum']])));

  /** One of everything that can be unanswered, by 30 June. */
  async function everythingOpen(): Promise<{ answered: Alert; open: Alert; late: Submission }> {
    const answered = await raiseOffTrack(waymark, education);
    await waymark.get(AlertsService).acknowledge(actor('official'), answered.reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion: answered.rowVersion });
    const acknowledged = await waymark.dataSource.getRepository(Alert).findOneByOrFail({ id: answered.id });
    await waymark.get(AlertsService).answer(actor('sro'), answered.reference, { plan: PLAN, rowVersion: acknowledged.rowVersion });
    const late = await openReturn(waymark, education, 2025, '2026-06-12');
    await waymark.get(InquiriesService).open(actor('member'), { title: 'Attendance', scope: 'Why do they not come?', origin: 'own-motion', commissionedBy: '', commissionedOn: null, expectedEnd: '2026-12-01', missionIds: [education.mission.id] });
    await waymark.get(RecommendationsService).make(actor('member'), { sourceKind: 'report', sourceReference: 'AR-2026-1', sourcePath: '/reports/AR-2026-1', missionId: education.mission.id, addresseeId: education.organisations.dfe.id, text: 'Publish attendance.' });
    await waymark.dataSource.transaction(async (manager) => {
      const at = waymark.clock.now();
      const gap = await manager.getRepository(DataGap).save({
        reference: 'DG-2026-7K3D', metricId: education.metric.id, geography: 'E92000001', geographyName: 'England', kind: 'missing', sentence: 'No figures for 2025.', missionId: education.mission.id,
        dateNeeded: '2026-06-20', state: 'open', openedAt: at, lastSeenAt: at,
      });
      await manager.getRepository(DataGapEvent).save({ dataGapId: gap.id, action: 'open', toState: 'open', actorId: null, actorName: 'Waymark', text: 'Found.', at });
    });
    await waymark.dataSource.getRepository(InterimReview).save({
      reference: 'IR-2026-7K3D', missionId: education.mission.id, interimOn: '2026-05-31', state: 'waiting', openedAt: waymark.clock.now(), effectsDueOn: '2026-06-29', effectsRemindOn: '2026-06-22',
    });
    // the alert on the late return, and silence on it, come by the clock
    await at('2026-06-15T08:00:00Z');
    const open = await waymark.dataSource.getRepository(Alert).findOneByOrFail({ kind: 'return-overdue' });
    await at('2026-07-20T08:00:00Z');
    const letter = await waymark.get(EscalationService).escalate(actor('member'), open.reference, { reason: 'Silence.', rowVersion: (await waymark.dataSource.getRepository(Alert).findOneByOrFail({ id: open.id })).rowVersion });
    const { rowVersion } = await waymark.dataSource.getRepository(Letter).findOneByOrFail({ id: letter.id });
    await waymark.get(LettersService).publish(actor('member'), { reference: letter.reference, rowVersion });
    return { answered, open, late };
  }

  it('prints everything that is unanswered, with its owner and age, and freezes it under a checksum', async () => {
    const { answered, open, late } = await everythingOpen();
    await announceClosing(waymark, education, '2026-07-20');
    const { edition: frozen, document } = await waymark.get(FrameworkClosingsQueries).editionOf(FRAMEWORK);
    expect(await closedAt()).toEqual(frozen.frozenAt);
    const [mission] = document.missions;
    expect(mission).toMatchObject({ slug: 'education', outcome: 'dropped', reason: DROPPED.reason, carriedOnIn: null, targets: [{ slug: 'expected-standard', verdict: 'no-data' }] });
    const printed = (mission?.unanswered ?? []).map(({ kind, reference, owner, since, dueOn, ageDays }) => [kind, reference.slice(0, 2), owner, since, dueOn, ageDays]);
    const dfe = 'Department for Education';
    expect(printed).toEqual(expect.arrayContaining([
      ['alert', 'AL', dfe, '2026-06-01', '2026-06-29', 49],
      ['promise', 'AL', `Director of schools, ${dfe}`, '2026-06-01', '2026-12-31', 49],
      ['inquiry', 'IN', 'The council', '2026-06-01', '2026-12-01', 49],
      ['recommendation', expect.any(String), dfe, '2026-06-01', '2026-07-27', 49],
      ['interim-review', 'IR', dfe, '2026-06-01', '2026-06-29', 49],
      ['overdue-return', 'ER', dfe, '2026-06-12', '2026-06-12', 38],
      ['data-gap', 'DG', dfe, '2026-06-01', '2026-06-20', 49],
    ]));
    const of = (kind: string): string[] => (mission?.unanswered ?? []).flatMap((thing) => (thing.kind === kind ? thing.reference : []));
    expect(of('alert')).toEqual(expect.arrayContaining([answered.reference, open.reference]));
    expect(of('answer')).toEqual(expect.arrayContaining([open.reference]));
    expect(of('answer')).not.toContain(answered.reference);
    expect(of('overdue-return')).toEqual([late.reference]);
    expect(of('letter')).toHaveLength(1);
    expect(document).toMatchObject({ reason: 'A new government has other missions.', announcedBy: 'chair', decision: { title: 'Close the framework' }, closesOn: '2026-07-20' });

    expect(createHash('sha256').update(frozen.body).digest('hex')).toBe(frozen.checksum);
    expect(verifyEdition(Buffer.from(frozen.body), frozen.checksum)).toMatchObject({ whole: true });
    expect(verifyEdition(Buffer.from(frozen.body.replace('dropped', 'droppad')), frozen.checksum)).toMatchObject({ whole: false });
    const head = await waymark.dataSource.getRepository(AuditEntry).findOneByOrFail({ position: String(document.audit.position) as never });
    expect(head.hash).toBe(document.audit.head);
    for (const name of ['sro', 'chair'] as const) expect(await waymark.dataSource.getRepository(Notice).countBy({ kind: 'framework-closed', userId: education.people[name].id })).toBe(1);
  }, 60_000);

  it('stops every clock and every pen; figures go on', async () => {
    await setCalendar(waymark);
    const { open, late } = await everythingOpen();
    await announceClosing(waymark, education, '2026-07-20');
    const before = await still();
    const mails = await query('SELECT count(*)::int AS n FROM mail_messages');
    for (const day of ['2026-07-21', '2026-09-01', '2026-12-20', '2027-06-01', '2028-01-10']) await at(`${day}T09:00:00Z`);
    expect(await still()).toEqual(before);
    expect(await query('SELECT count(*)::int AS n FROM mail_messages')).toEqual(mails);

    const again = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: late.id });
    const refusal = { kind: 'conflict', code: 'framework-closed', message: expect.stringContaining('was closed on 20 July 2026') };
    await expect(waymark.get(SubmissionsService).move(actor('official'), again, 'send-for-sign-off')).rejects.toMatchObject(refusal);
    const { rowVersion } = await waymark.dataSource.getRepository(Alert).findOneByOrFail({ id: open.id });
    await expect(waymark.get(AlertsService).acknowledge(actor('official'), open.reference, { ownerName: 'A', ownerJob: 'B', rowVersion })).rejects.toMatchObject(refusal);
    await expect(waymark.get(AlertsService).decide(actor('chair'), open.reference, 'close', { reason: 'R', rowVersion })).rejects.toMatchObject(refusal);
    await expect(service().prepare(actor('chair'), FRAMEWORK, { closesOn: '2029-01-01', reason: 'R', decisionId: '' }, null)).rejects.toMatchObject(refusal);

    await publishFigures(waymark.dataSource, education, { '2027-09-01/P1Y': 20 }, '2028-01-11');
    waymark.clock.set('2028-01-12T09:00:00Z');
    await waymark.get(JudgementsService).judge(systemActor('command', 'judge'));
    await waymark.runWatches();
    expect(await still()).toEqual(before);
    expect((await edition()).missions[0]?.targets[0]).toMatchObject({ verdict: 'no-data' });
  }, 90_000);

  it('takes effect at its day, once, also after a time in which nobody looked; what was due in between is not marked', async () => {
    const late = await openReturn(waymark, education, 2025, '2026-07-10');
    await announceClosing(waymark, education, '2026-07-01');
    await at('2026-06-30T22:59:00Z');
    expect(await closedAt()).toBeNull();
    await expect(service().announce(actor('chair'), { framework: FRAMEWORK, rowVersion: (await closingOf(waymark)).rowVersion })).rejects.toMatchObject({ code: 'not-now' });
    const done = await at('2026-08-01T09:00:00Z');
    expect(done['close-frameworks']).toBe(1);
    expect((await at('2026-08-01T09:01:00Z'))['close-frameworks']).toBeUndefined();
    expect(await closedAt()).toEqual(new Date('2026-08-01T09:00:00Z'));
    expect(await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: late.id })).toMatchObject({ overdueAt: null });
    expect(await waymark.dataSource.getRepository(AuditEntry).countBy({ event: 'FRAMEWORK_CLOSED' })).toBe(1);
  }, 60_000);

  it('is closed at midnight in London, and can be taken back until then', async () => {
    const { rowVersion } = await announceClosing(waymark, education, '2026-07-01');
    await expect(service().takeBack(actor('chair'), { framework: FRAMEWORK, rowVersion }, ' ')).rejects.toMatchObject({ kind: 'invalid' });
    await service().takeBack(actor('chair'), { framework: FRAMEWORK, rowVersion }, 'Parliament asked for time.');
    await at('2026-07-02T09:00:00Z');
    expect(await closedAt()).toBeNull();
    const closing = await closingOf(waymark);
    await expect(service().announce(actor('chair'), { framework: FRAMEWORK, rowVersion: closing.rowVersion })).rejects.toMatchObject({ reasons: [{ code: 'closesOn-past' }] });
    await service().prepare(actor('chair'), FRAMEWORK, { closesOn: '2026-07-08', reason: 'R', decisionId: closing.decisionId }, closing.rowVersion);
    await service().announce(actor('chair'), { framework: FRAMEWORK, rowVersion: (await closingOf(waymark)).rowVersion });
    // midnight in London is 11 pm UTC in summer
    expect((await at('2026-07-07T22:59:00Z'))['close-frameworks']).toBeUndefined();
    expect((await at('2026-07-07T23:00:00Z'))['close-frameworks']).toBe(1);
    const events = await waymark.get(FrameworkClosingsQueries).eventsOf(closing.id);
    expect(events.map(({ action }) => action)).toEqual(['announce', 'take-back', 'announce', 'take-effect']);
    expect(await waymark.dataSource.getRepository(Notice).countBy({ kind: 'framework-closing-taken-back', userId: education.people.sro.id })).toBe(1);
  }, 60_000);

  it('is one closing where two announce, or two rounds of the clock come, at once', async () => {
    const { rowVersion, id } = await prepareClosing(waymark, education, '2026-06-01');
    const both = await Promise.allSettled([1, 2].map(() => service().announce(actor('chair'), { framework: FRAMEWORK, rowVersion })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
    expect(await query('SELECT count(*)::int AS n FROM last_editions')).toEqual([{ n: 1 }]);
    expect(await query(`SELECT count(*)::int AS n FROM framework_closing_events WHERE closing_id = $1 AND action = 'take-effect'`, id)).toEqual([{ n: 1 }]);
  }, 60_000);

  it('is one of the two where a framework is closed while somebody moves something of it', async () => {
    const submission = await openReturn(waymark, education);
    const { rowVersion } = await prepareClosing(waymark, education, '2026-06-01');
    const moved = waymark.dataSource.transaction(async (manager) => {
      await manager.query(`UPDATE submissions SET drafted_by = $2 WHERE id = $1`, [submission.id, education.people.official.id]);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await service().announce(actor('chair'), { framework: FRAMEWORK, rowVersion });
    await moved;
    // it waited for the other, and the other was done first
    expect(await closedAt()).not.toBeNull();
    await expect(query(`UPDATE submissions SET drafted_by = NULL WHERE id = $1`, submission.id)).rejects.toThrow(/was closed on 2026-06-01/);
  }, 60_000);

  it('wants a decision of the council and something said of every mission', async () => {
    const chair = actor('chair');
    const draft = { closesOn: '2026-07-01', reason: 'R', decisionId: '' };
    await expect(service().prepare(chair, FRAMEWORK, draft, null)).rejects.toMatchObject({ reasons: [{ field: 'decision' }] });
    const other = await decideToClose(waymark, education, 'another framework');
    await expect(service().prepare(chair, FRAMEWORK, { ...draft, decisionId: other.id }, null)).rejects.toMatchObject({ reasons: [{ code: 'decision-unknown' }] });
    const { id: decisionId } = await decideToClose(waymark, education, '  Levelling Up ');
    await service().prepare(chair, FRAMEWORK, { ...draft, decisionId }, null);
    await expect(service().prepare(chair, FRAMEWORK, { ...draft, decisionId }, null)).rejects.toMatchObject({ kind: 'conflict' });
    const { rowVersion } = await closingOf(waymark);
    await expect(service().announce(chair, { framework: FRAMEWORK, rowVersion })).rejects.toMatchObject({ reasons: [{ message: 'Say what becomes of the mission “Education”' }] });
    const { mission } = await saveSecondFramework(waymark, education);
    await expect(service().decideEnding(chair, FRAMEWORK, 'education', { ...DROPPED, outcome: 'carried-on', successorId: education.mission.id }, null)).rejects.toMatchObject({ reasons: [{ code: 'successor-unknown' }] });
    await service().decideEnding(chair, FRAMEWORK, 'education', { ...DROPPED, outcome: 'carried-on', successorId: mission.id }, null);
    await service().announce(chair, { framework: FRAMEWORK, rowVersion });
    await expect(service().decideEnding(chair, FRAMEWORK, 'education', DROPPED, 1)).rejects.toMatchObject({ code: 'announced' });
    await at('2026-07-01T00:00:00Z');
    expect((await edition()).missions[0]).toMatchObject({ outcome: 'carried-on', carriedOnIn: { framework: 'plan-for-change-2024', mission: 'education', title: 'Opportunity for all, Plan for Change' } });
  }, 60_000);

  it.each(['official', 'sro', 'reviewer', 'member', 'secondee', 'administrator'] as const)('is not for the %s', async (name) => {
    const { rowVersion, decisionId } = await prepareClosing(waymark, education, '2026-07-01');
    for (const attempt of [
      service().prepare(actor(name), FRAMEWORK, { closesOn: '2026-07-02', reason: 'R', decisionId }, rowVersion),
      service().decideEnding(actor(name), FRAMEWORK, 'education', DROPPED, 1),
      service().announce(actor(name), { framework: FRAMEWORK, rowVersion }),
      service().takeBack(actor(name), { framework: FRAMEWORK, rowVersion }, 'R'),
    ]) await expect(attempt).rejects.toMatchObject({ kind: 'forbidden' });
    const { id } = education.people[name];
    await expect(query('UPDATE framework_closings SET prepared_by = $1, reason = $2', id, 'x')).rejects.toThrow(/prepared by a chair/);
    await expect(query(`UPDATE framework_closings SET state = 'announced', announced_by = $1, announced_at = '2026-06-01T08:00Z'`, id)).rejects.toThrow(/announced by a chair/);
    await expect(query('UPDATE mission_endings SET decided_by = $1', id)).rejects.toThrow(/written by a chair/);
  }, 60_000);

  it('has no door in SQL', async () => {
    const { id, frameworkId } = await prepareClosing(waymark, education, '2026-07-01');
    const chair = education.people.chair.id;
    const refused = async (sql: string, why: RegExp, ...values: unknown[]): Promise<void> => expect(query(sql, ...values)).rejects.toThrow(why);
    await refused(`UPDATE frameworks SET closed_at = '2026-06-01T08:00Z' WHERE id = $1`, /closed by its closing/, frameworkId);
    await refused(`UPDATE framework_closings SET state = 'closed', closed_at = '2026-07-01T08:00Z'`, /announced first/);
    await refused(`INSERT INTO last_editions VALUES ($1, '{}', encode(sha256('{}'), 'hex'), '2026-07-01T08:00Z')`, /at the day that was announced/, frameworkId);
    const announced = `UPDATE framework_closings SET state = 'announced', announced_by = $1, announced_at = '2026-06-01T08:00Z'`;
    await refused(announced, /by a chair, in his or her own name/, chair);
    await actingAs(waymark.dataSource, `user:${chair}`, (manager) => manager.query<unknown>(announced, [chair]));
    await refused(`UPDATE framework_closings SET closes_on = '2026-06-02'`, /taken back before it is changed/);
    await refused(`UPDATE mission_endings SET reason = 'x'`, /while the closing is prepared/);
    await refused(`INSERT INTO last_editions VALUES ($1, '{}', encode(sha256('{}'), 'hex'), '2026-06-30T08:00Z')`, /at the day that was announced/, frameworkId);
    await refused(`INSERT INTO last_editions VALUES ($1, '{}', 'x', '2026-07-01T08:00Z')`, /with its checksum/, frameworkId);
    await refused(`UPDATE framework_closings SET state = 'closed', closed_at = '2026-07-01T08:00Z'`, /with its last edition/);
    await at('2026-07-01T08:00:00Z');
    await refused('UPDATE framework_closings SET reason = $1 WHERE id = $2', /stays as it is/, 'x', id);
    await refused('DELETE FROM framework_closings', /kept/);
    await refused('DELETE FROM mission_endings', /changed, not deleted/);
    await refused(`UPDATE last_editions SET body = '{}'`, /permission denied/);
    await refused('DELETE FROM last_editions', /permission denied/);
    await refused('UPDATE frameworks SET closed_at = NULL', /stays as it is/);
    await refused(`UPDATE frameworks SET title = 'x'`, /stays as it is/);
    await refused('UPDATE missions SET statement = $1', /was closed on 2026-07-01: UPDATE of missions refused/, 'x');
    await refused('DELETE FROM targets', /DELETE of targets refused/);
    await refused(`INSERT INTO reporting_cycles (framework_id, kind, covers_label, covers_from, covers_to, opens_on, due_on, opened_at) VALUES ($1, 'evidence-return', 'x', '2026-04-01', '2026-06-30', '2026-07-02', '2026-07-20', now())`, /INSERT of reporting_cycles refused/, frameworkId);
    await refused(`INSERT INTO judgements (kind, mission_id, sentence, components, inputs, release_ids, cause, given_at, as_of) VALUES ('council', $1, 'x', '{}', '{}', '{}', 'council', now(), '2026-07-01')`, /closed on 2026-07-01|refused/, education.mission.id);
  }, 60_000);

  it('leaves the framework beside it untouched', async () => {
    const second = await saveSecondFramework(waymark, education);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2026-06-01');
    waymark.clock.set('2026-06-02T08:00:00Z');
    await waymark.get(JudgementsService).judge(systemActor('command', 'judge'));
    await waymark.runJobs();
    const judged = (missionId: string): Promise<number> => waymark.dataSource.getRepository(Judgement).countBy({ missionId });
    const alerts = (frameworkId: string): Promise<number> => waymark.dataSource.getRepository(Alert).countBy({ frameworkId });
    expect([await alerts(education.mission.frameworkId), await alerts(second.framework.id)]).toEqual([1, 1]);
    await announceClosing(waymark, education, '2026-06-02');
    const before = [await judged(education.mission.id), await judged(second.mission.id)] as const;
    await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 40 }, '2026-06-03');
    waymark.clock.set('2026-06-04T08:00:00Z');
    await waymark.get(JudgementsService).judge(systemActor('command', 'judge'));
    await waymark.runWatches();
    expect(await judged(education.mission.id)).toBe(before[0]);
    expect(await judged(second.mission.id)).toBeGreaterThan(before[1]);
    const [alert] = await waymark.dataSource.getRepository(Alert).findBy({ frameworkId: second.framework.id });
    await at('2026-08-01T08:00:00Z');
    expect(await waymark.dataSource.getRepository(Alert).findOneByOrFail({ id: alert?.id ?? '' })).toMatchObject({ noResponseDueOn: expect.any(String) });
    expect(await waymark.dataSource.getRepository(Alert).findOneByOrFail({ frameworkId: education.mission.frameworkId })).toMatchObject({ noResponseDueOn: null });
    expect((await waymark.dataSource.getRepository(Framework).findOneByOrFail({ id: second.framework.id })).closedAt).toBeNull();
  }, 90_000);
});
