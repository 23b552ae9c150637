import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type Actor } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { type User } from '#features/access/user.entity.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { becomeByRegister, disableWhoever } from '../factories/council-roles.factory.js';
import { actorOf, queuedReview, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { clientOf } from '../support/sql-client.js';

/** Nobody of the submitting department can review it by SQL either: every statement here comes from outside the services. */
describe('the database guards reviews', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let reviewer: Actor;
  let people: Record<'reviewer' | 'second' | 'inside' | 'lent' | 'gone' | 'author', User>;
  let application: pg.Client;
  let owner: pg.Client;
  let year = 2000;

  beforeAll(async () => {
    waymark = await startTestApplication({
      modules: [AccessWebModule, EvidenceReturnsModule, DeliveryPlansModule, JobsModule],
    });
    education = await saveEducationMission(waymark.dataSource);
    reviewer = actorOf(education.people.reviewer);
    people = {
      reviewer: education.people.reviewer,
      second: await savePerson(waymark, 'Second Reviewer', ['reviewer'], 'council'),
      inside: await savePerson(waymark, 'Inside', ['reviewer'], 'dfe'),
      lent: await savePerson(waymark, 'Lent', ['reviewer'], 'council', 'dfe'),
      gone: await savePerson(waymark, 'Gone', ['reviewer'], 'council'),
      author: education.people.official,
    };
    [application, owner] = await Promise.all([clientOf(waymark.database.url), clientOf(waymark.database.ownerUrl)]);
    await disableWhoever(owner, people.gone.id);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([application?.end(), owner?.end()]);
    await waymark?.close();
  });

  const inState = async (state: 'queued' | 'claimed' | 'decided'): Promise<Review> => {
    const reviews = waymark.get(ReviewsService);
    const find = (id: string): Promise<Review> => waymark.dataSource.getRepository(Review).findOneByOrFail({ id });
    let review = await queuedReview(waymark, education, (year += 1));
    if (state !== 'queued') {
      await reviews.claim(reviewer, review.id, review.rowVersion);
      review = await find(review.id);
    }
    if (state === 'decided') {
      await reviews.decide(reviewer, review.id, { draft: { decision: 'accepted', reasons: [] }, rowVersion: review.rowVersion });
      review = await find(review.id);
    }
    return review;
  };

  const CLAIM = (id: string): string => `status = 'claimed', reviewer_id = '${id}', claimed_at = '2026-11-23'`;
  const DECIDE = `status = 'decided', decision = 'accepted', decided_at = '2026-11-23'`;

  type Forbidden = [string, 'queued' | 'claimed' | 'decided', (who: Record<keyof typeof people, string>) => string, RegExp];
  const forbidden: Forbidden[] = [
    ['a claim by somebody of the department', 'queued', (who) => CLAIM(who.inside), /refused: the reviewer belongs to the submitting department/],
    ['a claim by its secondee', 'queued', (who) => CLAIM(who.lent), /refused: the reviewer is on secondment from the submitting department/],
    ['a claim by its author', 'queued', (who) => CLAIM(who.author), /refused: only a reviewer of the council can review/],
    ['a claim by a disabled account', 'queued', (who) => CLAIM(who.gone), /refused: the account is disabled/],
    ['a claim by nobody known', 'queued', () => CLAIM('00000000-0000-4000-8000-000000000000'), /refused: there is no such person/],
    ['a claim without a reviewer', 'queued', () => `status = 'claimed', claimed_at = '2026-11-23'`, /needs its reviewer/],
    ['a decision out of the queue', 'queued', (who) => `${DECIDE}, reviewer_id = '${who.second}', claimed_at = '2026-11-23'`, /cannot go from queued to decided/],
    ['a reviewer on a review that waits', 'queued', (who) => `reviewer_id = '${who.second}'`, /a review that is queued needs/],
    ['another reviewer in place of the holder', 'claimed', (who) => `reviewer_id = '${who.second}'`, /held by another reviewer/],
    ['the department in place of the holder', 'claimed', (who) => `reviewer_id = '${who.inside}'`, /held by another reviewer/],
    ['a decision in the name of another', 'claimed', (who) => `${DECIDE}, reviewer_id = '${who.inside}'`, /held by another reviewer/],
    ['a decision without its word', 'claimed', () => `status = 'decided', decided_at = '2026-11-23'`, /a review that is decided needs/],
    ['a decision of another word', 'claimed', () => `status = 'decided', decided_at = '2026-11-23', decision = 'waved-through'`, /a review that is decided needs/],
    ['changes requested without a reason', 'claimed', () => `status = 'decided', decided_at = '2026-11-23', decision = 'changes-requested'`, /a review that is decided needs/],
    ['a decision before the checks', 'claimed', () => `${DECIDE}, checks_done_at = NULL`, /a review that is decided needs/],
    ['a decision without leaving the claim', 'claimed', () => `decision = 'accepted'`, /a review that is claimed needs/],
    ['a closing with a decision', 'claimed', () => `status = 'closed', decision = 'accepted'`, /a review that is closed needs/],
    ['a state that is none', 'queued', () => `status = 'waved-through'`, /cannot go from queued to waved-through/],
    ['another version', 'queued', () => `version_number = 2`, /stays with the version/],
    ['another submission', 'queued', () => `submission_id = gen_random_uuid()`, /stays with the version/],
    ['a decision turned round', 'decided', () => `decision = 'changes-requested', decision_reasons = '[{"section":"rating","text":"x"}]'`, /a finished review is never changed/],
    ['a decision reopened', 'decided', () => `status = 'queued', reviewer_id = NULL, claimed_at = NULL, decision = NULL, decided_at = NULL`, /never changed/],
  ];

  describe.each(['application', 'owner'] as const)('as the %s’s role', (role) => {
    const client = (): pg.Client => (role === 'application' ? application : owner);
    const ids = (): Record<keyof typeof people, string> => Object.fromEntries(Object.entries(people).map(([name, { id }]) => [name, id])) as Record<keyof typeof people, string>;

    it.each(forbidden)('%s is refused', async (_, state, change, message) => {
      const review = await inState(state);
      await expect(client().query(`UPDATE reviews SET ${change(ids())} WHERE id = $1`, [review.id])).rejects.toThrow(message);
      expect((await waymark.dataSource.getRepository(Review).findOneByOrFail({ id: review.id })).status).toBe(state);
    });

    it('a decision by a holder who has moved to the department is refused', async () => {
      const review = await inState('queued');
      await client().query(`UPDATE reviews SET ${CLAIM(people.second.id)} WHERE id = $1`, [review.id]);
      await client().query('UPDATE users SET organisation_id = $1 WHERE id = $2', [education.organisations.dfe.id, people.second.id]);
      try {
        await expect(client().query(`UPDATE reviews SET ${DECIDE} WHERE id = $1`, [review.id])).rejects.toThrow(/belongs to the submitting department/);
      } finally {
        await client().query('UPDATE users SET organisation_id = $1 WHERE id = $2', [education.organisations.council.id, people.second.id]);
      }
    });

    it('whoever signed it and then became a reviewer is refused', async () => {
      const review = await inState('queued');
      const { sro } = education.people;
      const become = (role: Role, organisation: string): Promise<void> => becomeByRegister(client(), sro.id, { role, organisation });
      await become('reviewer', education.organisations.council.id);
      try {
        await expect(client().query(`UPDATE reviews SET ${CLAIM(sro.id)} WHERE id = $1`, [review.id])).rejects.toThrow(/wrote or signed a version/);
      } finally {
        await become('sro', education.organisations.dfe.id);
      }
    });

    it('whoever had it signed for them and then became a reviewer is refused', async () => {
      const { otherSro } = education.people;
      const review = await inState('queued');
      const places = await owner.query<{ organisation_id: string }>('SELECT organisation_id FROM users WHERE id = $1', [otherSro.id]);
      try {
        // As a delegate's signature would have it; the version itself is never changed, so only this test may.
        await owner.query('ALTER TABLE submission_versions DISABLE TRIGGER USER');
        await owner.query('UPDATE submission_versions SET signed_for = $1 WHERE submission_id = $2', [otherSro.id, review.submissionId]);
        await owner.query('ALTER TABLE submission_versions ENABLE TRIGGER USER');
        await becomeByRegister(owner, otherSro.id, { role: 'reviewer', organisation: education.organisations.council.id });
        await expect(client().query(`UPDATE reviews SET ${CLAIM(otherSro.id)} WHERE id = $1`, [review.id])).rejects.toThrow(/wrote or signed a version/);
        const moved = { ...actorOf(otherSro), roles: ['reviewer' as const], organisationId: education.organisations.council.id };
        await expect(waymark.get(ReviewsService).claim(moved, review.id, review.rowVersion)).rejects.toMatchObject({ reasons: [expect.objectContaining({ code: 'own-words' })] });
      } finally {
        await becomeByRegister(owner, otherSro.id, { role: 'sro', organisation: places.rows[0]?.organisation_id ?? '' });
      }
    });

    it('no table of a session stands in for the people', async () => {
      const review = await inState('queued');
      const session = await clientOf(role === 'application' ? waymark.database.url : waymark.database.ownerUrl);
      try {
        await session.query('CREATE TEMP TABLE users AS SELECT * FROM waymark.users');
        await session.query('UPDATE pg_temp.users SET organisation_id = $1', [education.organisations.council.id]);
        await expect(session.query(`UPDATE waymark.reviews SET ${CLAIM(people.inside.id)} WHERE id = $1`, [review.id])).rejects.toThrow(/submitting department/);
      } finally {
        await session.end();
      }
    });

    it('a review that is born claimed or decided is refused', async () => {
      const { submissionId } = await inState('queued');
      const insert = `INSERT INTO reviews (submission_id, version_number, status, reviewer_id, queued_at, claimed_at, due_on, decision, decided_at, checks_done_at, row_version)
        VALUES ($1, 9, $2, $3, '2026-11-23', '2026-11-23', '2026-12-07', $4, $5, '2026-11-23', 1)`;
      await expect(client().query(insert, [submissionId, 'claimed', people.inside.id, null, null])).rejects.toThrow(/a review begins in the queue/);
      await expect(client().query(insert, [submissionId, 'decided', people.inside.id, 'accepted', '2026-11-23'])).rejects.toThrow(/a review begins in the queue/);
    });

    it('a second review of a version is refused', async () => {
      const { submissionId } = await inState('queued');
      const insert = `INSERT INTO reviews (submission_id, version_number, status, queued_at, due_on, row_version) VALUES ($1, 1, 'queued', '2026-11-23', '2026-12-07', 1)`;
      await expect(client().query(insert, [submissionId])).rejects.toThrow(/uq_reviews_submission_id_version_number/);
    });

    it('no review is deleted', async () => {
      const { id } = await inState('queued');
      await expect(client().query('DELETE FROM reviews WHERE id = $1', [id])).rejects.toThrow(/reviews are kept/);
    });

    it.each([
      `UPDATE review_checks SET outcome = 'passed' WHERE review_id = $1`,
      `DELETE FROM review_checks WHERE review_id = $1`,
      `INSERT INTO review_checks (review_id, kind, outcome, findings, ran_at) VALUES ($1, 'other', 'passed', '{}', '2026-11-23')`,
    ])('what the reviewer saw stays: %s', async (statement) => {
      const { id } = await inState('decided');
      await expect(client().query(statement, [id])).rejects.toThrow(/stay as the reviewer saw them/);
    });

    it('the submission is accepted by its review alone', async () => {
      const { submissionId } = await inState('claimed');
      await expect(client().query(`UPDATE submissions SET status = 'accepted', accepted_version = 1 WHERE id = $1`, [submissionId])).rejects.toThrow(/no reviewer/);
    });
  });

  it('what the service does by hand goes through', async () => {
    const review = await inState('queued');
    await application.query(`UPDATE reviews SET ${CLAIM(people.second.id)} WHERE id = $1`, [review.id]);
    await application.query(`UPDATE reviews SET ${DECIDE} WHERE id = $1`, [review.id]);
    expect((await waymark.dataSource.getRepository(Review).findOneByOrFail({ id: review.id })).decision).toBe('accepted');
  });
});
