import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { type User } from '#features/access/user.entity.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { AbsencesService } from '#features/reviewers/absences.service.js';
import { InterestsService } from '#features/reviewers/interests.service.js';
import { ReviewSpreadService, type SpreadPlan } from '#features/reviewers/review-spread.service.js';
import { ReviewerAbsence } from '#features/reviewers/reviewer-absence.entity.js';
import { ReviewEvent } from '#features/reviews/review-event.entity.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { actorOf, queuedReview, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { refusalOf } from '../factories/submission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const at = (day: string, time = '09:00'): string => `${day}T${time}:00Z`;

describe('leave of reviewers', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let absences: AbsencesService;
  let spread: ReviewSpreadService;
  let reviews: ReviewsService;
  let people: Record<'absent' | 'ben' | 'cat' | 'lent', User>;
  let absent: Actor;
  let member: Actor;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, EvidenceReturnsModule, DeliveryPlansModule, JobsModule] });
    education = await saveEducationMission(waymark.dataSource);
    [absences, spread, reviews] = [waymark.get(AbsencesService), waymark.get(ReviewSpreadService), waymark.get(ReviewsService)];
    people = {
      absent: education.people.reviewer,
      ben: await savePerson(waymark, 'Ben', ['reviewer'], 'council'),
      cat: await savePerson(waymark, 'Cat', ['reviewer'], 'council'),
      lent: await savePerson(waymark, 'Ann Lent', ['reviewer'], 'council', 'dfe'),
    };
    absent = actorOf(people.absent);
    member = actorOf(education.people.member);
  }, 60_000);
  afterAll(() => waymark?.close());

  let year = 2000;
  const read = (id: string): Promise<Review> => waymark.dataSource.getRepository(Review).findOneByOrFail({ id });
  const claimed = async (actor: Actor): Promise<Review> => {
    const review = await queuedReview(waymark, education, (year += 1));
    await reviews.claim(actor, review.id, review.rowVersion);
    return read(review.id);
  };
  const leave = (id: string): Promise<ReviewerAbsence> => waymark.dataSource.getRepository(ReviewerAbsence).findOneByOrFail({ id });
  const asProposed = ({ reviews: held, proposals }: SpreadPlan): { reviewId: string; to: string; rowVersion: number }[] =>
    held.map(({ id, rowVersion }) => ({ reviewId: id, rowVersion, to: proposals.find(({ reviewId }) => reviewId === id)?.candidateId ?? '' }));

  beforeEach(() => waymark.clock.set(at('2026-11-23')));
  afterEach(async () => {
    // What a test leaves claimed or away is no load of the next.
    await waymark.dataSource.query(`UPDATE reviewer_absences SET cancelled_at = '2026-11-23' WHERE cancelled_at IS NULL`);
    for (const actor of [absent, actorOf(people.ben), actorOf(people.cat)]) {
      for (const { id, rowVersion } of await waymark.dataSource.getRepository(Review).findBy({ reviewerId: actor.id, status: 'claimed' })) await reviews.handBack(actor, id, rowVersion);
    }
  });

  it('are handed on by least load, round leave, bars and the home department, with the reason on record', async () => {
    await claimed(actorOf(people.ben));
    const held = [await claimed(absent), await claimed(absent), await claimed(absent)];
    const absence = await absences.record(absent, { from: '2026-12-01', to: '2026-12-11', scope: 'due-in-it' });
    const plan = await spread.plan(member, absence.id);
    expect(plan.candidates.map(({ name, load, barredFrom }) => [name, load, barredFrom.size])).toEqual([['Ann Lent', 0, 3], ['Ben', 1, 0], ['Cat', 0, 0]]);
    // All are due on 7 December: Cat, then (one each) Ben, then Cat.
    expect(plan.proposals.map(({ candidateId }) => candidateId)).toEqual([people.cat.id, people.ben.id, people.cat.id]);
    const results = await spread.confirm(member, absence.id, { choices: asProposed(plan), rowVersion: absence.rowVersion });
    expect(results.map(({ takenBy, leftBecause }) => [takenBy, leftBecause])).toEqual([['Cat', null], ['Ben', null], ['Cat', null]]);
    for (const { id } of held) {
      expect(await read(id)).toMatchObject({ status: 'claimed' });
      expect((await read(id)).reviewerId).not.toBe(absent.id);
      const [event] = await waymark.dataSource.getRepository(ReviewEvent).findBy({ reviewId: id, action: 'hand-on' });
      expect(event).toMatchObject({ fromId: absent.id, actorId: member.id, reason: 'reviewer is on leave from 1 December 2026 to 11 December 2026' });
    }
    expect((await leave(absence.id)).spreadAt).not.toBeNull();
    expect(await refusalOf(spread.plan(member, absence.id))).toEqual(['conflict', ['changed-meanwhile']]);
    waymark.clock.set(at('2026-12-01'));
    expect((await waymark.runWatches())['return-reviews-of-absent']).toBeUndefined();
  });

  it('leave what is due after them, unless all are to be handed on', async () => {
    await claimed(absent);
    const short = await absences.record(absent, { from: '2026-11-24', to: '2026-11-25', scope: 'due-in-it' });
    expect((await spread.plan(absent, short.id)).reviews).toEqual([]);
    const all = await absences.record(absent, { from: '2026-11-26', to: '2026-11-27', scope: 'all-open' });
    expect((await spread.plan(absent, all.id)).reviews).toHaveLength(1);
  });

  it('pass over who is away or has declared an interest, and go to the queue where nobody is left', async () => {
    const { id } = await claimed(absent);
    const cat = actorOf(people.cat);
    await absences.record(cat, { from: '2026-12-07', to: '2026-12-07', scope: 'due-in-it' });
    const { interest } = await waymark.get(InterestsService).declare(actorOf(people.ben), { subject: `mission:${education.mission.id}`, what: 'x', from: '2026-01-01', to: '' });
    const absence = await absences.record(absent, { from: '2026-12-01', to: '2026-12-11', scope: 'due-in-it' });
    const plan = await spread.plan(absent, absence.id);
    expect(plan.proposals).toEqual([{ reviewId: id, candidateId: null }]);
    const choose = (to: string): Promise<unknown> => spread.confirm(absent, absence.id, { choices: [{ reviewId: id, to, rowVersion: plan.reviews[0]?.rowVersion ?? 0 }], rowVersion: absence.rowVersion });
    expect(await refusalOf(choose(people.ben.id))).toEqual(['invalid', ['taker-unknown']]);
    expect(await refusalOf(choose('nobody'))).toEqual(['invalid', ['taker-unknown']]);
    expect(await choose('')).toMatchObject([{ takenBy: null, leftBecause: null }]);
    const review = await read(id);
    expect(review).toMatchObject({ status: 'queued', reviewerId: null });
    expect((await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: review.submissionId })).status).toBe('submitted');
    await waymark.get(InterestsService).end(actorOf(people.ben), interest.id, { to: '2026-11-23', rowVersion: interest.rowVersion });
  });

  it('say which could not be handed on, and go back to the queue on the first day', async () => {
    const first = await claimed(absent);
    const absence = await absences.record(absent, { from: '2026-12-01', to: '2026-12-11', scope: 'all-open' });
    const plan = await spread.plan(absent, absence.id);
    const stale = asProposed(plan).map((choice) => ({ ...choice, rowVersion: choice.rowVersion - 1 }));
    const results = await spread.confirm(absent, absence.id, { choices: stale, rowVersion: absence.rowVersion });
    expect(results).toMatchObject([{ takenBy: null, leftBecause: expect.stringContaining('has changed') }]);
    expect((await leave(absence.id)).spreadAt).toBeNull();
    waymark.clock.set(at('2026-12-01', '00:30'));
    expect(await waymark.runWatches()).toMatchObject({ 'return-reviews-of-absent': 1 });
    expect((await read(first.id)).status).toBe('queued');
  });

  it('go back to the queue once, on the first day of leave that nobody saw to, also after days of silence', async () => {
    const { id } = await claimed(absent);
    const { reference } = await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: (await read(id)).submissionId });
    const absence = await absences.record(absent, { from: '2026-11-25', to: '2026-12-11', scope: 'all-open' });
    waymark.clock.set(at('2026-11-24', '23:30'));
    expect((await waymark.runWatches())['return-reviews-of-absent']).toBeUndefined();
    waymark.clock.set(at('2026-11-27', '03:00'));
    expect(await waymark.runWatches()).toMatchObject({ 'return-reviews-of-absent': 1 });
    expect(await read(id)).toMatchObject({ status: 'queued', reviewerId: null });
    expect((await leave(absence.id)).returnedAt).toEqual(new Date(at('2026-11-27', '03:00')));
    const told = await waymark.dataSource.getRepository(Notice).findBy({ kind: 'leave-reviews-returned', about: `leave:${absence.id}` });
    expect(told.map(({ userId }) => userId).sort()).toEqual([people.absent.id, education.people.chair.id].sort());
    expect(told[0]?.body).toContain(reference);
    // Claimed again during the leave, it stays: once is once.
    await reviews.claim(absent, id, (await read(id)).rowVersion);
    expect((await waymark.runWatches())['return-reviews-of-absent']).toBeUndefined();
    expect((await read(id)).reviewerId).toBe(absent.id);
  });

  it('nothing happens for leave that was taken back, is handed on or is over', async () => {
    const { id } = await claimed(absent);
    const back = await absences.record(absent, { from: '2026-11-24', to: '2026-11-24', scope: 'all-open' });
    await absences.cancel(absent, back.id, back.rowVersion);
    const over = await absences.record(absent, { from: '2026-11-25', to: '2026-11-25', scope: 'all-open' });
    for (const day of ['2026-11-24', '2026-11-26']) {
      waymark.clock.set(at(day));
      expect((await waymark.runWatches())['return-reviews-of-absent']).toBeUndefined();
    }
    expect((await read(id)).reviewerId).toBe(absent.id);
    expect((await leave(over.id)).returnedAt).toBeNull();
    expect(await refusalOf(absences.cancel(absent, over.id, over.rowVersion))).toEqual(['conflict', ['changed-meanwhile']]);
  });

  it('are seen to by their holder, a member or the chair, and by nobody else', async () => {
    const absence = await absences.record(absent, { from: '2026-12-01', to: '2026-12-11', scope: 'all-open' });
    const outsider = actorOf(people.ben);
    expect(await refusalOf(spread.plan(outsider, absence.id))).toEqual(['forbidden', ['not-yours']]);
    expect(await refusalOf(absences.cancel(outsider, absence.id, absence.rowVersion))).toEqual(['forbidden', ['not-yours']]);
    for (const who of ['official', 'sro', 'administrator'] as const) {
      const actor = actorOf(education.people[who]);
      expect(await refusalOf(spread.plan(actor, absence.id))).toEqual(['forbidden', ['forbidden']]);
      expect(await refusalOf(absences.record(actor, { from: '2026-12-01', to: '2026-12-02', scope: 'all-open' }))).toEqual(['forbidden', ['forbidden']]);
    }
    await spread.plan(actorOf(education.people.chair), absence.id);
  });

  it('two who enter the same days at once: one leave', async () => {
    const enter = (): Promise<unknown> => absences.record(absent, { from: '2026-12-01', to: '2026-12-02', scope: 'all-open' });
    for (let round = 0; round < 5; round += 1) {
      const outcomes = await Promise.allSettled([enter(), enter()]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await waymark.dataSource.query(`UPDATE reviewer_absences SET cancelled_at = '2026-11-23'`);
    }
  });
});
