import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type Actor, systemActor } from '#domain/access/permissions.js';
import { type DecisionDraft } from '#domain/reviews/review-blockers.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { ReviewEvent } from '#features/reviews/review-event.entity.js';
import { ReviewHandOnService } from '#features/reviews/review-hand-on.service.js';
import { type Review } from '#features/reviews/review.entity.js';
import { PublicReturnsQueries } from '#features/submissions/public-returns.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { verifyChain } from '#platform/audit/verify-chain.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { ACCEPT, ReviewCouncil, SEND_BACK, UNRESOLVED, WITH_RESERVATIONS } from '../factories/review-council.factory.js';
import { refusalOf } from '../factories/submission.factory.js';
import { clientOf } from '../support/sql-client.js';

describe('the decisions of the council', () => {
  let council: ReviewCouncil;
  let application: pg.Client;
  let owner: pg.Client;
  const roles = ['application', 'owner'] as const;

  beforeAll(async () => {
    council = await ReviewCouncil.start();
    [application, owner] = await Promise.all([clientOf(council.waymark.database.url), clientOf(council.waymark.database.ownerUrl)]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([application?.end(), owner?.end()]);
    await council?.waymark.close();
  });

  const client = (role: (typeof roles)[number]): pg.Client => (role === 'application' ? application : owner);
  const judgementOf = async ({ submissionId }: Review): Promise<Judgement | null> =>
    council.waymark.dataSource.getRepository(Judgement).createQueryBuilder('j')
      .where(`j.kind = 'department' AND j.submissionVersionId IN (SELECT id FROM submission_versions WHERE submission_id = :submissionId)`, { submissionId })
      .getOne();

  describe('with reservations', () => {
    it('accept, tell the department word for word, and are public', async () => {
      const before = council.waymark.sent.length;
      const decided = await council.decide(council.actors.reviewer, await council.claimed(), WITH_RESERVATIONS);
      expect(decided).toMatchObject({ status: 'decided', decision: 'accepted-with-reservations', decisionReasons: WITH_RESERVATIONS.reasons });
      expect(await council.submissionOf(decided)).toMatchObject({ status: 'accepted', acceptedVersion: 1 });
      await council.waymark.runJobs();
      expect(council.mailed('Accepted with reservations: ', before)).toEqual(['missions@dfe.example.org', 'official@dfe.example.org', 'sro@dfe.example.org']);
      expect(council.waymark.sent.slice(before).find(({ subject }) => subject.startsWith('Accepted with reservations: '))?.body).toContain('The sample is small.');
      expect(await judgementOf(decided)).toMatchObject({ rating: 'amber', cause: 'acceptance' });
      const shown = await council.waymark.get(PublicReturnsQueries).lastAccepted(council.education.mission.id, '2026-11-23');
      expect(shown?.council).toEqual({ outcome: 'accepted-with-reservations', reasons: [{ title: '', text: 'The sample is small.' }], questions: [] });
    });

    it.each(roles)('need their words, by SQL of the %s’s role too', async (role) => {
      const { id } = await council.claimed();
      for (const reasons of ['[]', '[{"section":null,"text":" "}]']) {
        await expect(
          client(role).query(`UPDATE reviews SET status = 'decided', decision = 'accepted-with-reservations', decision_reasons = $2, decided_at = '2026-11-23' WHERE id = $1`, [id, reasons]),
        ).rejects.toThrow(/a review that is decided needs/);
      }
    });
  });

  describe('send back', () => {
    it('twice at most; after that it is published unresolved', async () => {
      const review = await council.inRound(2);
      expect(review.versionNumber).toBe(3);
      expect((await council.submissionOf(review)).roundsSentBack).toBe(2);
      expect(await refusalOf(council.decide(council.actors.reviewer, review, SEND_BACK))).toEqual(['invalid', ['rounds-used-up']]);
      const before = council.waymark.sent.length;
      const decided = await council.decide(council.actors.reviewer, review, UNRESOLVED);
      expect(decided).toMatchObject({ status: 'decided', decision: 'published-unresolved' });
      const submission = await council.submissionOf(review);
      expect(submission).toMatchObject({ status: 'published-unresolved', acceptedVersion: null, standingVersion: 3 });
      await council.waymark.runJobs();
      expect(council.mailed('Published unresolved: ', before)).toHaveLength(3);
      expect(await judgementOf(review)).toMatchObject({ rating: 'amber', cause: 'unresolved' });
      const shown = await council.waymark.get(PublicReturnsQueries).lastAccepted(council.education.mission.id, '2026-11-23');
      expect([shown?.reference, shown?.council.outcome, shown?.council.reasons]).toEqual([submission.reference, 'published-unresolved', [{ title: '', text: 'The cause is still not named.' }]]);
      const [line] = (await council.waymark.get(PublicReturnsQueries).page({ limit: 500, today: '2026-11-23' })).filter(({ reference }) => reference === submission.reference);
      expect([line?.status, line?.accepted, line?.unresolved?.version]).toEqual(['published-unresolved', null, 3]);
    });

    it.each<[number, DecisionDraft, string[]]>([
      [0, UNRESOLVED, ['rounds-left']],
      [1, UNRESOLVED, ['rounds-left']],
    ])('not after %d rounds as unresolved', async (rounds, draft, codes) => {
      const review = await council.inRound(rounds);
      expect(await refusalOf(council.decide(council.actors.reviewer, review, draft))).toEqual(['invalid', codes]);
    });

    it.each(roles)('no third time by SQL of the %s’s role, and nothing unresolved before the second', async (role) => {
      const decide = (id: string, decision: string): Promise<unknown> =>
        client(role).query(`UPDATE reviews SET status = 'decided', decision = $2, decision_reasons = '[{"section":"narrative","text":"x"}]', decided_at = '2026-11-23' WHERE id = $1`, [id, decision]);
      const late = await council.inRound(2);
      await expect(decide(late.id, 'changes-requested')).rejects.toThrow(/twice at most/);
      const early = await council.claimed();
      await expect(decide(early.id, 'published-unresolved')).rejects.toThrow(/before changes were asked for twice/);
    });
  });

  describe('the clock', () => {
    const close = (review: Review): Promise<unknown> => {
      const clock = systemActor('job', 'report-windows');
      return council.waymark.get(UnitOfWork).run({ actor: 'job:report-windows', event: 'TRIED', subject: 'test' }, (tx) =>
        council.waymark.get(SubmissionsService).moveInTransaction(tx, clock, { id: review.submissionId }, 'close-unresolved'),
      );
    };

    it('publishes what was sent back and did not come again, with the reasons that were given', async () => {
      const review = await council.claimed();
      await council.decide(council.actors.reviewer, review, SEND_BACK);
      await close(review);
      await council.waymark.runJobs();
      const submission = await council.submissionOf(review);
      expect(submission).toMatchObject({ status: 'published-unresolved', acceptedVersion: null });
      expect(await judgementOf(review)).toMatchObject({ cause: 'unresolved' });
      const [line] = (await council.waymark.get(PublicReturnsQueries).page({ limit: 500, today: '2026-11-23' })).filter(({ reference }) => reference === submission.reference);
      expect(line?.unresolved?.council.reasons).toEqual([{ title: 'Narrative', text: 'Name the cause.' }]);
    });

    it('also when the reviewer works for the department by then', async () => {
      const review = await council.claimed(council.actors.second);
      await council.decide(council.actors.second, review, SEND_BACK);
      const move = 'UPDATE users SET organisation_id = $1 WHERE id = $2';
      await owner.query(move, [council.education.organisations.dfe.id, council.actors.second.id]);
      try {
        await close(review);
      } finally {
        await owner.query(move, [council.education.organisations.council.id, council.actors.second.id]);
      }
      expect((await council.submissionOf(review)).status).toBe('published-unresolved');
    });

    it.each(roles)('and nobody else: not in review, by SQL of the %s’s role', async (role) => {
      const { submissionId } = await council.claimed();
      await expect(client(role).query(`UPDATE submissions SET status = 'published-unresolved' WHERE id = $1`, [submissionId])).rejects.toThrow(/no reviewer from outside the department says so/);
    });
  });

  describe('hand-on', () => {
    const handOn = (actor: Actor, review: Review, to: Actor, reason = 'I am on leave.'): Promise<string> =>
      council.waymark.get(ReviewHandOnService).handOn(actor, review.id, { to: to.id, reason, rowVersion: review.rowVersion });

    it('by the holder: the receiver holds it and is told, and the submission stays in review', async () => {
      const { reviewer, second } = council.actors;
      const review = await council.claimed();
      const before = council.waymark.sent.length;
      expect(await handOn(reviewer, review, second)).toBe('Second Reviewer');
      const handed = await council.read(review.id);
      expect(handed).toMatchObject({ status: 'claimed', reviewerId: second.id, dueOn: review.dueOn });
      expect((await council.submissionOf(review)).status).toBe('in-review');
      await council.waymark.runJobs();
      expect(council.mailed('Handed on to you: ', before)).toEqual(['second.reviewer@council.example.org']);
      const [event] = await council.waymark.dataSource.getRepository(ReviewEvent).findBy({ reviewId: review.id });
      expect(event).toMatchObject({ action: 'hand-on', fromId: reviewer.id, toId: second.id, reason: 'I am on leave.' });
      expect(await refusalOf(council.decide(reviewer, review, ACCEPT))).toEqual(['conflict', ['claimed-by-another']]);
      expect((await council.decide(second, review, ACCEPT)).decision).toBe('accepted');
    });

    it('by a member of the council, and both reviewers are told', async () => {
      const review = await council.claimed();
      const before = council.waymark.sent.length;
      await handOn(council.actors.member, review, council.actors.second);
      await council.waymark.runJobs();
      expect([council.mailed('Handed on to you: ', before), council.mailed('Handed on: ', before)]).toEqual([['second.reviewer@council.example.org'], ['reviewer@council.example.org']]);
    });

    it('to whoever may take it, and to nobody else', async () => {
      const review = await council.claimed();
      const receivers = await council.waymark.get(ReviewHandOnService).receivers(council.actors.reviewer, review.id);
      expect(receivers.map(({ name }) => name)).toEqual(['Second Reviewer']);
    });

    it.each<[string, keyof ReviewCouncil['actors'], keyof ReviewCouncil['actors'], string, string, string[]]>([
      ['to somebody of the department', 'reviewer', 'inside', 'Leave', 'invalid', ['own-department']],
      ['to its secondee', 'reviewer', 'lent', 'Leave', 'invalid', ['home-department']],
      ['to a member who is no reviewer', 'reviewer', 'member', 'Leave', 'invalid', ['not-a-reviewer']],
      ['to the holder', 'reviewer', 'reviewer', 'Leave', 'invalid', ['receiver-holds']],
      ['without a reason', 'reviewer', 'second', ' ', 'invalid', ['reason-missing']],
      ['by another reviewer', 'second', 'second', 'Mine', 'forbidden', ['not-holder']],
      ['by the department', 'official', 'second', 'Mine', 'forbidden', ['forbidden']],
    ])('not %s', async (_, by, to, reason, kind, codes) => {
      const review = await council.claimed();
      expect(await refusalOf(handOn(council.actors[by], review, council.actors[to], reason))).toEqual([kind, codes]);
      expect((await council.read(review.id)).reviewerId).toBe(council.actors.reviewer.id);
    });

    it.each(roles)('not by SQL of the %s’s role without its reason on record', async (role) => {
      const review = await council.claimed();
      const take = (): Promise<unknown> => client(role).query(`UPDATE reviews SET reviewer_id = $2, claimed_at = '2026-11-23T09:00:00Z' WHERE id = $1`, [review.id, council.actors.second.id]);
      await expect(take()).rejects.toThrow(/handed on with a reason/);
      const record = `INSERT INTO review_events (review_id, action, actor_name, from_id, to_id, reason, at) VALUES ($1, 'hand-on', 'x', $2, $3, $4, '2026-11-23T09:00:00Z')`;
      await client(role).query(record, [review.id, council.actors.reviewer.id, council.actors.second.id, ' ']);
      await expect(take()).rejects.toThrow(/handed on with a reason/);
      await client(role).query(record, [review.id, council.actors.reviewer.id, council.actors.inside.id, 'Leave']);
      await expect(client(role).query(`UPDATE reviews SET reviewer_id = $2, claimed_at = '2026-11-23T09:00:00Z' WHERE id = $1`, [review.id, council.actors.inside.id])).rejects.toThrow(/submitting department/);
      await client(role).query(record, [review.id, council.actors.reviewer.id, council.actors.second.id, 'Leave']);
      await take();
      expect((await council.read(review.id)).reviewerId).toBe(council.actors.second.id);
      await expect(client(role).query('DELETE FROM review_events WHERE review_id = $1', [review.id])).rejects.toThrow();
    });
  });

  it('leave a whole chain', async () => {
    expect(await verifyChain(council.waymark.dataSource)).toMatchObject({ whole: true });
  });
});
