import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, systemActor } from '#domain/access/permissions.js';
import { InterimReviewsService } from '#features/interim-reviews/interim-reviews.service.js';
import { InterimReviewsQueries } from '#features/interim-reviews/interim-reviews.queries.js';
import { InterimReview } from '#features/interim-reviews/interim-review.entity.js';
import { TargetResetsService } from '#features/interim-reviews/target-resets.service.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { JudgementsService } from '#features/judgements/judgements.service.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

/** The interim target: 75 % in school year 2024/25, which ends on 31 August 2025. */
const INTERIM = [{ period: '2024-09-01/P1Y', kind: 'interim-target' as const, value: 75 }];

describe('interim reviews', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let actors: Record<'official' | 'otherSro' | 'member' | 'secondee' | 'reviewer', Actor>;

  const reviews = (): Promise<InterimReview[]> => waymark.get(InterimReviewsQueries).all();
  const only = async (): Promise<InterimReview> => {
    const [review, ...more] = await reviews();
    if (!review || more.length > 0) throw new Error('not one review');
    return review;
  };
  const seen = async (): Promise<{ reference: string; rowVersion: number }> => only().then(({ reference, rowVersion }) => ({ reference, rowVersion }));
  const actionsOf = async (): Promise<string[]> => (await waymark.get(InterimReviewsQueries).events((await only()).id)).map(({ action }) => action);
  const at = async (instant: string): Promise<void> => {
    waymark.clock.set(instant);
    await waymark.runWatches();
  };
  const subjects = async (about: RegExp): Promise<string[]> =>
    (await waymark.dataSource.getRepository(MailMessage).find()).filter(({ subject }) => about.test(subject)).map(({ recipient }) => recipient).sort();
  const setMilestones = (milestones: Target['milestones']): Promise<unknown> => waymark.dataSource.getRepository(Target).update({ id: education.target.id }, { milestones: milestones as never });

  beforeEach(async () => {
    waymark = await startTestApplication({ modules: [JudgementsModule, JobsModule] });
    waymark.clock.set('2025-08-31T12:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    const { id, firstPublished } = education.target;
    await waymark.dataSource.getRepository(Target).update({ id }, { milestones: INTERIM as never, firstPublished: { ...firstPublished, milestones: INTERIM } as never });
    const { official, otherSro, member, secondee, reviewer } = education.people;
    actors = { official: actorOf(official), otherSro: actorOf(otherSro), member: actorOf(member), secondee: actorOf(secondee), reviewer: actorOf(reviewer) };
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2024-12-10');
  });
  afterEach(() => waymark.close());

  it('opens on the day after the date, and neither before nor again', async () => {
    await at('2025-08-31T22:59:00Z');
    expect(await reviews()).toEqual([]);
    // midnight in London is 11 pm UTC in summer
    await at('2025-08-31T23:00:00Z');
    const review = await only();
    // 20 working days after 1 September 2025: no bank holiday lies between
    expect(review).toMatchObject({ state: 'waiting', interimOn: '2025-08-31', effectsDueOn: '2025-09-29', effectsRemindOn: '2025-09-22', missionId: education.mission.id });
    expect(review.targets).toMatchObject([{ period: '2024-09-01/P1Y', value: 75, waitingSince: '2025-09-01', expectedOn: '2025-12-15', outcome: null }]);
    expect(await subjects(/^Interim review opened/)).toEqual([
      'chair@council.example.org', 'member@council.example.org', 'missions@dfe.example.org', 'official@dfe.example.org', 'reviewer@council.example.org', 'secondee@council.example.org', 'sro@dfe.example.org',
    ]);
    await at('2025-08-31T23:01:00Z');
    await at('2025-09-02T08:00:00Z');
    expect([(await reviews()).length, (await subjects(/^Interim review opened/)).length, await actionsOf()]).toEqual([1, 7, ['open']]);
  });

  it('opens for what government set, and not for points on the path', async () => {
    await setMilestones([{ period: '2024-09-01/P1Y', kind: 'derived' }]);
    await at('2025-09-02T08:00:00Z');
    expect(await reviews()).toEqual([]);
  });

  it('opens for each date once, after a time of rest too, and asks from the day on which it opened', async () => {
    await setMilestones([...INTERIM, { period: '2020-09-01/P1Y', kind: 'interim-target', value: 70 }]);
    await at('2026-03-02T08:00:00Z');
    expect((await reviews()).map(({ interimOn, effectsDueOn, remindedAt, overdueAt }) => [interimOn, effectsDueOn, remindedAt, overdueAt])).toEqual([
      ['2025-08-31', '2026-03-30', null, null],
      ['2021-08-31', '2026-03-30', null, null],
    ]);
    expect((await reviews()).map(({ targets }) => targets[0]?.waitingSince)).toEqual(['2025-09-01', '2021-09-01']);
  });

  it('waits for the release that decides, whatever else is published, and reads nothing before its hour', async () => {
    await at('2025-09-01T08:00:00Z');
    await publishFigures(waymark.dataSource, education, { '2023-09-01/P1Y': 62 }, '2025-10-10');
    await at('2025-10-11T08:00:00Z');
    expect(await only()).toMatchObject({ state: 'waiting', targets: [{ outcome: null, releasesSeen: 2 }] });
    const lines = (): Promise<number> => waymark.dataSource.getRepository(AuditEntry).countBy({ event: 'INTERIM_TARGETS_LOOKED_AT' });
    const before = await lines();
    await at('2025-10-11T08:01:00Z');
    expect(await lines()).toBe(before);
    const release = await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 74 }, '2025-12-11');
    await at('2025-12-11T09:29:00Z');
    expect((await only()).state).toBe('waiting');
    await at('2025-12-11T09:30:00Z');
    const review = await only();
    expect(review).toMatchObject({ state: 'figures-in', figuresInAt: new Date('2025-12-11T09:30:00Z') });
    expect(review.targets).toMatchObject([{ outcome: 'missed', releaseId: release.id, sentence: expect.stringMatching(/was to be 75% .*it was 74%, so the interim target was missed\.$/) as unknown as string }]);
    expect(review.targets[0]?.verdict).not.toBeNull();
    expect((await subjects(/^Interim targets decided/)).length).toBe(7);
    await at('2025-12-12T09:30:00Z');
    expect((await actionsOf()).filter((action) => action === 'target-decided' || action === 'figures-in')).toEqual(['target-decided', 'figures-in']);
  });

  it('is met where the figure is exactly what was asked', async () => {
    await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 75 }, '2025-12-11');
    await at('2026-01-05T08:00:00Z');
    expect((await only()).targets).toMatchObject([{ outcome: 'met' }]);
    expect(await actionsOf()).toEqual(['open', 'target-decided', 'figures-in']);
  });

  it('holds the figure against what was asked on the date, whatever the target became', async () => {
    await at('2025-09-01T08:00:00Z');
    await setMilestones([{ period: '2024-09-01/P1Y', kind: 'interim-target', value: 60 }]);
    await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 74 }, '2025-12-11');
    await at('2025-12-11T10:00:00Z');
    expect((await only()).targets).toMatchObject([{ value: 75, outcome: 'missed' }]);
  });

  it('reminds the department once, and marks its silence once, for good', async () => {
    await at('2025-09-01T08:00:00Z');
    await at('2025-09-21T08:00:00Z');
    expect(await subjects(/^Answer due by/)).toEqual([]);
    await at('2025-09-22T08:00:00Z');
    await at('2025-09-23T08:00:00Z');
    expect(await subjects(/^Answer due by/)).toEqual(['missions@dfe.example.org', 'official@dfe.example.org', 'sro@dfe.example.org']);
    await at('2025-09-29T22:00:00Z');
    expect((await only()).overdueAt).toBeNull();
    await at('2025-09-30T08:00:00Z');
    await at('2025-10-01T08:00:00Z');
    expect((await subjects(/^Answer overdue/)).length).toBe(7);
    await waymark.get(InterimReviewsService).answer(actors.official, await seen(), 'Schools drill for the test.');
    expect(await only()).toMatchObject({ overdueAt: new Date('2025-09-30T08:00:00Z'), effectsText: 'Schools drill for the test.' });
    expect(await actionsOf()).toEqual(['open', 'remind', 'overdue', 'answer']);
  });

  it('skips the reminder of a day that passed during a time of rest, and says what is overdue', async () => {
    await at('2025-09-01T08:00:00Z');
    await at('2025-11-03T08:00:00Z');
    expect(await actionsOf()).toEqual(['open', 'overdue']);
  });

  it('takes the answer of the lead department alone, once, and tells the council', async () => {
    await at('2025-09-01T08:00:00Z');
    const service = waymark.get(InterimReviewsService);
    await expect(service.answer(actors.otherSro, await seen(), 'x')).rejects.toMatchObject({ code: 'not-yours' });
    await expect(service.answer(actors.member, await seen(), 'x')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(service.answer(actors.official, await seen(), ' ')).rejects.toMatchObject({ reasons: [{ field: 'effects' }] });
    const before = await seen();
    await service.answer(actors.official, before, 'Schools drill for the test.');
    await expect(service.answer(actors.official, before, 'Another.')).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(service.answer(actors.official, await seen(), 'Another.')).rejects.toMatchObject({ code: 'answered' });
    expect((await subjects(/^Answer to an interim review/)).length).toBe(4);
    await at('2025-10-15T08:00:00Z');
    expect(await actionsOf()).toEqual(['open', 'answer']);
  });

  it('lets the council alone decide, when the figures are in and the department has had its time', async () => {
    const service = waymark.get(InterimReviewsService);
    await at('2025-09-01T08:00:00Z');
    const keep = { recommendation: 'keep', reason: 'It is one year.' };
    await expect(service.decide(actors.member, await seen(), keep)).rejects.toMatchObject({ code: 'not-from-here' });
    await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 74 }, '2025-09-10');
    await at('2025-09-10T10:00:00Z');
    await expect(service.decide(actors.member, await seen(), keep)).rejects.toMatchObject({ reasons: [{ code: 'answer-awaited' }] });
    await service.answer(actors.official, await seen(), 'None; we asked 40 heads.');
    for (const actor of [actors.official, actors.reviewer]) await expect(service.decide(actor, await seen(), keep)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(service.decide(actors.secondee, await seen(), keep)).rejects.toMatchObject({ code: 'own-department' });
    await expect(service.decide(actors.member, await seen(), { recommendation: '', reason: '' })).rejects.toMatchObject({ reasons: [{ field: 'recommendation' }, { field: 'reason' }] });
    await service.decide(actors.member, await seen(), keep);
    expect(await only()).toMatchObject({ state: 'closed', recommendation: 'keep', reason: 'It is one year.', decidedByName: 'member' });
    await expect(waymark.dataSource.query(`UPDATE interim_reviews SET reason = 'x'`)).rejects.toThrow(/is closed/);
    await expect(waymark.dataSource.query(`UPDATE interim_review_targets SET outcome = 'met'`)).rejects.toThrow(/keeps what it asked for/);
  });

  it('keeps the first published target judged beside a reset one, with both versions', async () => {
    const service = waymark.get(InterimReviewsService);
    await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 62 }, '2025-12-11');
    await at('2025-12-11T10:00:00Z');
    await service.answer(actors.official, await seen(), 'None.');
    await service.decide(actors.member, await seen(), { recommendation: 'reset', reason: 'Out of reach.' });
    const standing = async (): Promise<{ verdict: string | undefined; first: string | undefined }> => {
      const target = (await waymark.get(JudgementsQueries).standingOfMission(education.mission.id))?.targets[0]?.computed;
      return { verdict: target?.verdict, first: target?.components.firstPublished?.verdict };
    };
    await waymark.get(JudgementsService).judge(systemActor('command', 'judge'));
    await waymark.runJobs();
    expect(await standing()).toEqual({ verdict: 'deteriorating', first: undefined });
    const resets = waymark.get(TargetResetsService);
    const input = { target: 'expected-standard', value: '60', reason: 'The tests were not sat in two years.', setBy: 'DfE, statement of 1 March 2026', seen: 0 };
    await expect(resets.reset(actors.official, { ...input, ...(await seen()) })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(resets.reset(actors.member, { ...input, ...(await seen()), value: 'many', reason: '', setBy: '' })).rejects.toMatchObject({ reasons: [{ field: 'value' }, { field: 'reason' }, { field: 'setBy' }] });
    await expect(resets.reset(actors.member, { ...input, ...(await seen()), value: '90' })).rejects.toMatchObject({ reasons: [{ code: 'unchanged' }] });
    waymark.clock.set('2026-03-02T08:00:00Z');
    await resets.reset(actors.member, { ...input, ...(await seen()) });
    await waymark.runJobs();
    expect(await standing()).toEqual({ verdict: 'at-target', first: 'deteriorating' });
    const versions = await waymark.dataSource.getRepository(TargetVersion).find({ order: { number: 'ASC' } });
    expect(versions.map(({ number, from, definition, reason, whileOffTrack, recorderName }) => [number, from, definition.rule['value'], reason, whileOffTrack, recorderName])).toEqual([
      [1, '2022-02-02', 90, 'As first published.', false, 'Waymark'],
      [2, '2026-03-02', 60, 'The tests were not sat in two years.', true, 'member'],
    ]);
    await expect(waymark.dataSource.query(`UPDATE target_versions SET reason = 'x'`)).rejects.toThrow();
    // a day before the reset is judged by what was asked then
    const on = async (day: string): Promise<unknown[]> => {
      const [mission] = await waymark.get(JudgementsService).judge(systemActor('command', 'judge'), day);
      const computed = mission?.targets[0]?.computed;
      return [computed?.verdict, computed?.components.firstPublished?.verdict];
    };
    expect([await on('2026-03-01'), await on('2026-03-02')]).toEqual([['deteriorating', undefined], ['at-target', 'deteriorating']]);
  });

  it('forgets nothing where releases come late: a dated release counts from its hour', async () => {
    await at('2025-09-01T08:00:00Z');
    const release = await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 80 }, '2025-12-11');
    await waymark.dataSource.getRepository(Release).update({ id: release.id }, { importedAt: new Date('2025-09-02T08:00:00Z') });
    await at('2025-09-03T08:00:00Z');
    expect((await only()).state).toBe('waiting');
  });
});
