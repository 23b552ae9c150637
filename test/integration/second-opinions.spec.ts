import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type Actor } from '#domain/access/permissions.js';
import { type Review } from '#features/reviews/review.entity.js';
import { SecondOpinionsService } from '#features/reviews/second-opinions.service.js';
import { ACCEPT, ReviewCouncil, SEND_BACK, WITH_RESERVATIONS } from '../factories/review-council.factory.js';
import { refusalOf } from '../factories/submission.factory.js';
import { clientOf } from '../support/sql-client.js';

describe('decisions on what claims better than the figures', () => {
  let council: ReviewCouncil;
  let application: pg.Client;
  let owner: pg.Client;
  const roles = ['application', 'owner'] as const;
  const client = (role: (typeof roles)[number]): pg.Client => (role === 'application' ? application : owner);

  beforeAll(async () => {
    council = await ReviewCouncil.start();
    [application, owner] = await Promise.all([clientOf(council.waymark.database.url), clientOf(council.waymark.database.ownerUrl)]);
    await council.publishOffTrack();
  }, 60_000);
  afterAll(async () => {
    await Promise.all([application?.end(), owner?.end()]);
    await council?.waymark.close();
  });

  const seconds = (): SecondOpinionsService => council.waymark.get(SecondOpinionsService);
  const proposed = async (draft = ACCEPT): Promise<Review> => council.decide(council.actors.reviewer, await council.claimed(council.actors.reviewer, { rating: 'green' }), draft);

  it('wait for a second reviewer, who is told and confirms', async () => {
    const before = council.waymark.sent.length;
    const review = await proposed(WITH_RESERVATIONS);
    expect(review).toMatchObject({ status: 'proposed', needsSecond: true, decision: null, proposedDecision: 'accepted-with-reservations' });
    expect((await council.submissionOf(review)).status).toBe('in-review');
    await council.waymark.runJobs();
    expect(council.mailed('Second reviewer needed: ', before)).toEqual(['second.reviewer@council.example.org']);
    expect(council.mailed('Accepted', before)).toEqual([]);
    await seconds().confirm(council.actors.second, review.id, review.rowVersion);
    expect(await council.read(review.id)).toMatchObject({ status: 'decided', decision: 'accepted-with-reservations', reviewerId: council.actors.reviewer.id, secondReviewerId: council.actors.second.id });
    expect((await council.submissionOf(review)).status).toBe('accepted');
    await council.waymark.runJobs();
    expect(council.mailed('Accepted with reservations', before)).toHaveLength(3);
    expect(council.mailed('Confirmed: ', before)).toEqual(['reviewer@council.example.org']);
  });

  it('go back to the first with the reason where the second does not confirm', async () => {
    const review = await proposed();
    expect(await refusalOf(seconds().refuse(council.actors.second, review.id, { reason: ' ', rowVersion: review.rowVersion }))).toEqual(['invalid', ['reason-missing']]);
    await seconds().refuse(council.actors.second, review.id, { reason: 'The figures say otherwise.', rowVersion: review.rowVersion });
    expect(await council.read(review.id)).toMatchObject({ status: 'claimed', reviewerId: council.actors.reviewer.id, proposedDecision: null, needsSecond: true });
    const decided = await council.decide(council.actors.reviewer, review, SEND_BACK);
    expect(decided.decision).toBe('changes-requested');
  });

  it('are taken back by the first alone', async () => {
    const review = await proposed();
    expect((await refusalOf(seconds().takeBack(council.actors.second, review.id, review.rowVersion)))[0]).toBe('conflict');
    await seconds().takeBack(council.actors.reviewer, review.id, review.rowVersion);
    expect((await council.read(review.id)).status).toBe('claimed');
  });

  it.each<[keyof ReviewCouncil['actors'], string, string[]]>([
    ['reviewer', 'forbidden', ['own-proposal']],
    ['inside', 'forbidden', ['own-department']],
    ['lent', 'forbidden', ['home-department']],
    ['member', 'forbidden', ['forbidden']],
    ['sro', 'forbidden', ['forbidden']],
  ])('are not confirmed by %s', async (who, kind, codes) => {
    const review = await proposed();
    expect(await refusalOf(seconds().confirm(council.actors[who], review.id, review.rowVersion))).toEqual([kind, codes]);
  });

  it('call to mind, each working day at eight, that the second reviewer is overdue, and begin anew with the first', async () => {
    const start = council.waymark.clock.now().toISOString();
    const review = await proposed();
    const { reference } = await council.submissionOf(review);
    await council.waymark.runJobs();
    const at = async (instant: string): Promise<string[]> => {
      council.waymark.clock.set(instant);
      const before = council.waymark.sent.length;
      await council.waymark.runWatches();
      await council.waymark.runWatches();
      return council.waymark.sent.slice(before).filter(({ subject }) => subject.endsWith(reference)).map(({ subject, recipient }) => `${subject.split(':')[0]}, ${recipient}`).sort();
    };
    const told = ['Second reviewer overdue, chair@council.example.org', 'Second reviewer overdue, second.reviewer@council.example.org'];
    expect(review.dueOn).toBe('2026-12-07');
    expect(await at('2026-12-07T23:59:00Z')).toEqual([]);
    expect(await at('2026-12-08T07:59:00Z')).toEqual([]);
    expect(await at('2026-12-08T08:00:00Z')).toEqual(told);
    expect(await at('2026-12-08T18:00:00Z')).toEqual([]);
    expect(await at('2026-12-11T09:00:00Z')).toEqual(told);
    expect(await at('2026-12-12T09:00:00Z')).toEqual([]);
    expect(await at('2026-12-14T09:00:00Z')).toEqual(told);
    await seconds().refuse(council.actors.second, review.id, { reason: 'The figures say otherwise.', rowVersion: (await council.read(review.id)).rowVersion });
    await council.waymark.runJobs();
    expect(await at('2026-12-15T09:00:00Z')).toEqual(['Review overdue, reviewer@council.example.org']);
    council.waymark.clock.set(start);
  });

  it('need none to be sent back, and an amber-red rating needs none at all', async () => {
    const back = await council.claimed(council.actors.reviewer, { rating: 'green' });
    expect((await council.decide(council.actors.reviewer, back, SEND_BACK)).status).toBe('decided');
    const honest = await council.claimed(council.actors.reviewer, { rating: 'amber-red' });
    expect((await council.decide(council.actors.reviewer, honest, ACCEPT)).status).toBe('decided');
  });

  it.each(roles)('are not accepted by one alone, by SQL of the %s’s role', async (role) => {
    const claimed = await council.claimed(council.actors.reviewer, { rating: 'green' });
    const alone = `UPDATE reviews SET status = 'decided', decision = 'accepted', decided_at = '2026-11-23' WHERE id = $1`;
    await expect(client(role).query(alone, [claimed.id])).rejects.toThrow(/a second, different reviewer/);
    await expect(client(role).query(`UPDATE reviews SET needs_second = false WHERE id = $1`, [claimed.id])).rejects.toThrow(/not taken back/);
    const review = await council.decide(council.actors.reviewer, claimed, ACCEPT);
    const confirm = (second: Actor, decision = 'accepted'): Promise<unknown> =>
      client(role).query(`UPDATE reviews SET status = 'decided', decision = $3, decided_at = '2026-11-23', second_reviewer_id = $2, second_decided_at = '2026-11-23', decision_reasons = '[]' WHERE id = $1`, [review.id, second.id, decision]);
    await expect(client(role).query(alone, [review.id])).rejects.toThrow(/a second, different reviewer/);
    await expect(confirm(council.actors.reviewer)).rejects.toThrow(/a second, different reviewer/);
    await expect(confirm(council.actors.inside)).rejects.toThrow(/submitting department/);
    await expect(confirm(council.actors.member)).rejects.toThrow(/only a reviewer/);
    await expect(client(role).query(`UPDATE submissions SET status = 'accepted', accepted_version = 1 WHERE id = $1`, [review.submissionId])).rejects.toThrow(/no reviewer/);
    await confirm(council.actors.second);
    expect((await council.read(review.id)).status).toBe('decided');
  });
});
