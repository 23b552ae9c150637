import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type Actor } from '#domain/access/permissions.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { type User } from '#features/access/user.entity.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { InterestsQueries } from '#features/reviewers/interests.queries.js';
import { InterestsService } from '#features/reviewers/interests.service.js';
import { ReviewerInterest } from '#features/reviewers/reviewer-interest.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { QueueClaimsService } from '#features/reviews/queue-claims.service.js';
import { ReviewHandOnService } from '#features/reviews/review-hand-on.service.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsQueries } from '#features/reviews/reviews.queries.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { actorOf, queuedReview, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { refusalOf } from '../factories/submission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { clientOf } from '../support/sql-client.js';

const NOW = '2026-11-23T09:00:00Z';

describe('declared interests', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let interests: InterestsService;
  let reviews: ReviewsService;
  let free: Actor;
  let application: pg.Client;
  let owner: pg.Client;
  let year = 2000;
  let people = 0;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, EvidenceReturnsModule, DeliveryPlansModule, JobsModule] });
    education = await saveEducationMission(waymark.dataSource);
    interests = waymark.get(InterestsService);
    reviews = waymark.get(ReviewsService);
    free = actorOf(education.people.reviewer);
    [application, owner] = await Promise.all([clientOf(waymark.database.url), clientOf(waymark.database.ownerUrl)]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([application?.end(), owner?.end()]);
    await waymark?.close();
  });

  const queued = async (): Promise<Review> => queuedReview(waymark, education, (year += 1));
  const read = (id: string): Promise<Review> => waymark.dataSource.getRepository(Review).findOneByOrFail({ id });
  const somebody = async (): Promise<User> => savePerson(waymark, `Reviewer Number ${(people += 1)}`, ['reviewer'], 'council');
  const inMission = (): string => `mission:${education.mission.id}`;
  const inDepartment = (): string => `organisation:${education.organisations.dfe.id}`;
  const declare = async (actor: Actor, subject = inMission(), from = '2026-01-01', to = ''): Promise<ReviewerInterest> =>
    (await interests.declare(actor, { subject, what: 'My sister teaches', from, to })).interest;

  it.each<[string, () => string, string, string, boolean]>([
    ['in the mission', inMission, '2026-01-01', '', true],
    ['in the department', inDepartment, '2026-01-01', '', true],
    ['in another organisation', () => `organisation:${education.organisations.dhsc.id}`, '2026-01-01', '', false],
    ['that ends today', inMission, '2026-01-01', '2026-11-23', true],
    ['that ended yesterday', inMission, '2026-01-01', '2026-11-22', false],
    ['that begins today', inMission, '2026-11-23', '', true],
    ['that begins tomorrow', inMission, '2026-11-24', '', false],
  ])('%s: a claim, the queue and the next in it', async (_, subject, from, to, barred) => {
    const actor = actorOf(await somebody());
    await declare(actor, subject(), from, to);
    const review = await queued();
    // Told of the delivery, or not: nobody is called to what they may not review.
    expect(await waymark.dataSource.getRepository(Notice).countBy({ about: `review:${review.id}`, userId: actor.id })).toBe(barred ? 0 : 1);
    const open = await waymark.get(ReviewsQueries).openReviews(actor);
    expect([open.items.some(({ id }) => id === review.id), open.barred.some(({ id }) => id === review.id)]).toEqual([!barred, barred]);
    const claim = reviews.claim(actor, review.id, review.rowVersion);
    if (barred) {
      expect(await refusalOf(claim)).toEqual(['forbidden', ['declared-interest']]);
      expect(await waymark.get(QueueClaimsService).takeNext(actor, {})).toBeNull();
    } else {
      await claim;
      await reviews.handBack(actor, review.id, (await read(review.id)).rowVersion);
    }
  });

  it('bars a plan of a department that leads the mission', async () => {
    const actor = actorOf(await somebody());
    await declare(actor);
    const { submissionId } = await queued();
    await owner.query(`ALTER TABLE submissions DISABLE TRIGGER USER`);
    try {
      await owner.query(`UPDATE submissions SET kind = 'delivery-plan', mission_id = NULL, covers_from = '2025-04-01', covers_to = '2026-03-31' WHERE id = $1`, [submissionId]);
      const { rows } = await application.query(`SELECT reviewer_has_interest($1, $2) AS barred, reviewer_has_interest($3, $2) AS free`, [actor.id, submissionId, free.id]);
      expect(rows).toEqual([{ barred: true, free: false }]);
    } finally {
      await owner.query(`UPDATE submissions SET kind = 'evidence-return', mission_id = $2, covers_from = $3, covers_to = $4 WHERE id = $1`, [submissionId, education.mission.id, `${year}-04-01`, `${year + 1}-03-31`]);
      await owner.query(`ALTER TABLE submissions ENABLE TRIGGER USER`);
    }
  });

  it('bars the receiver of a hand-on', async () => {
    const person = await somebody();
    await declare(actorOf(person));
    const review = await queued();
    await reviews.claim(free, review.id, review.rowVersion);
    const { rowVersion } = await read(review.id);
    const [kind, codes] = await refusalOf(waymark.get(ReviewHandOnService).handOn(free, review.id, { to: person.id, reason: 'Leave', rowVersion }));
    expect([kind, codes]).toEqual(['invalid', ['declared-interest']]);
    expect((await waymark.get(ReviewHandOnService).receivers(free, review.id)).map(({ id }) => id)).not.toContain(person.id);
    await reviews.handBack(free, review.id, rowVersion);
  });

  it('puts what its holder was reviewing back into the queue', async () => {
    const actor = actorOf(await somebody());
    const review = await queued();
    await reviews.claim(actor, review.id, review.rowVersion);
    const { handedBack } = await interests.declare(actor, { subject: inDepartment(), what: 'A new post there', from: '2026-11-23', to: '' });
    expect(handedBack).toBe(1);
    expect(await read(review.id)).toMatchObject({ status: 'queued', reviewerId: null });
  });

  it('ends with a last day, and frees its holder the day after', async () => {
    const actor = actorOf(await somebody());
    const interest = await declare(actor);
    const { rowVersion } = interest;
    expect(await refusalOf(interests.end(free, interest.id, { to: '2026-11-23', rowVersion }))).toEqual(['not-found', ['not-found']]);
    expect(await refusalOf(interests.end(actor, interest.id, { to: '2026-11-22', rowVersion }))).toEqual(['invalid', ['to-in-the-past']]);
    await interests.end(actor, interest.id, { to: '2026-11-23', rowVersion });
    expect(await refusalOf(interests.end(actor, interest.id, { to: '2026-11-23', rowVersion }))).toEqual(['conflict', ['changed-meanwhile']]);
    const review = await queued();
    expect(await refusalOf(reviews.claim(actor, review.id, review.rowVersion))).toEqual(['forbidden', ['declared-interest']]);
    waymark.clock.set('2026-11-24T09:00:00Z');
    try {
      await reviews.claim(actor, review.id, review.rowVersion);
      expect((await waymark.get(InterestsQueries).register()).some(({ id }) => id === interest.id)).toBe(true);
    } finally {
      waymark.clock.set(NOW);
    }
  });

  it.each<[string, object, string[]]>([
    ['nothing', { subject: '', what: '', from: '' }, ['subject-missing', 'what-missing', 'from-missing']],
    ['a mission that is not there', { subject: 'mission:00000000-0000-4000-8000-000000000000' }, ['subject-missing']],
    ['a text that is no choice', { subject: 'mission:x' }, ['subject-missing']],
  ])('refuses %s', async (_, given, codes) => {
    const whole = { subject: inMission(), what: 'A', from: '2026-01-01', to: '', ...given };
    expect(await refusalOf(interests.declare(free, whole))).toEqual(['invalid', codes]);
  });

  it('is for the council alone', async () => {
    for (const who of ['official', 'sro', 'administrator'] as const) {
      expect(await refusalOf(declare(actorOf(education.people[who])))).toEqual(['forbidden', ['forbidden']]);
    }
    await declare(actorOf(education.people.member));
  });

  it('offers a secondee nothing of the home department', async () => {
    const lent = actorOf(await savePerson(waymark, 'Lent Reviewer', ['reviewer'], 'council', 'dfe'));
    await queued();
    const { items, barred } = await waymark.get(ReviewsQueries).openReviews(lent);
    expect(items).toEqual([]);
    expect(barred.length).toBeGreaterThan(0);
    expect(new Set(barred.flatMap(({ bars }) => bars))).toEqual(new Set(['home']));
  });

  describe.each(['application', 'owner'] as const)('as the %s’s role', (role) => {
    const client = (): pg.Client => (role === 'application' ? application : owner);

    it('a claim by SQL is refused, also one that is dated back', async () => {
      const person = await somebody();
      await declare(actorOf(person), inMission(), '2026-11-23');
      const review = await queued();
      for (const at of ['2026-11-23', '2025-01-01']) {
        const claim = `UPDATE reviews SET status = 'claimed', reviewer_id = $2, claimed_at = $3 WHERE id = $1`;
        await expect(client().query(claim, [review.id, person.id, at])).rejects.toThrow(/the reviewer has declared an interest/);
      }
      expect((await read(review.id)).status).toBe('queued');
    });

    it('a decision by SQL is refused to whoever declared one after the claim', async () => {
      const person = await somebody();
      const review = await queued();
      await client().query(`UPDATE reviews SET status = 'claimed', reviewer_id = $2, claimed_at = '2026-11-23' WHERE id = $1`, [review.id, person.id]);
      await client().query(
        `INSERT INTO reviewer_interests (person_id, mission_id, what, from_date, declared_at, row_version) VALUES ($1, $2, 'x', '2026-11-23', '2026-11-23', 1)`,
        [person.id, education.mission.id],
      );
      const decide = `UPDATE reviews SET status = 'decided', decision = 'accepted', decided_at = '2026-11-23' WHERE id = $1`;
      await expect(client().query(decide, [review.id])).rejects.toThrow(/the reviewer has declared an interest/);
    });

    it('a confirmation by a second reviewer with an interest is refused', async () => {
      const [first, second] = [await somebody(), await somebody()];
      await declare(actorOf(second));
      const review = await queued();
      await client().query(`UPDATE reviews SET status = 'claimed', reviewer_id = $2, claimed_at = '2026-11-23' WHERE id = $1`, [review.id, first.id]);
      await client().query(`UPDATE reviews SET status = 'proposed', needs_second = true, proposed_decision = 'accepted', proposed_at = '2026-11-23' WHERE id = $1`, [review.id]);
      const confirm = `UPDATE reviews SET status = 'decided', decision = 'accepted', decided_at = '2026-11-23', second_decided_at = '2026-11-23', second_reviewer_id = $2 WHERE id = $1`;
      await expect(client().query(confirm, [review.id, second.id])).rejects.toThrow(/the second reviewer has declared an interest/);
      await client().query(confirm, [review.id, free.id]);
    });

    it.each<[string, string, RegExp]>([
      ['deleted', 'DELETE FROM reviewer_interests WHERE id = $1', /interests are kept/],
      ['turned into another', `UPDATE reviewer_interests SET what = 'nothing' WHERE id = $1`, /stays as it was declared/],
      ['begun later', `UPDATE reviewer_interests SET from_date = '2027-01-01' WHERE id = $1`, /stays as it was declared/],
      ['given to somebody else', 'UPDATE reviewer_interests SET person_id = gen_random_uuid() WHERE id = $1', /stays as it was declared/],
      ['ended without a moment', `UPDATE reviewer_interests SET to_date = '2026-11-23' WHERE id = $1`, /ends on the day it is ended or later/],
      ['ended before it was', `UPDATE reviewer_interests SET to_date = '2026-11-22', ended_at = '2026-11-23' WHERE id = $1`, /ends on the day it is ended or later/],
    ])('no interest is %s', async (_, statement, message) => {
      const { id } = await declare(actorOf(await somebody()));
      await expect(client().query(statement, [id])).rejects.toThrow(message);
    });

    it('no interest is in two things, or in none', async () => {
      const insert = `INSERT INTO reviewer_interests (person_id, mission_id, organisation_id, what, from_date, declared_at, row_version) VALUES ($1, $2, $3, 'x', '2026-01-01', '2026-01-01', 1)`;
      await expect(client().query(insert, [free.id, education.mission.id, education.organisations.dfe.id])).rejects.toThrow(/in a mission or in an organisation/);
      await expect(client().query(insert, [free.id, null, null])).rejects.toThrow(/in a mission or in an organisation/);
    });
  });
});
