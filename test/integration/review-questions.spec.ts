import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type Actor } from '#domain/access/permissions.js';
import { QuietReviewsService } from '#features/reviews/quiet-reviews.service.js';
import { ReviewEvent } from '#features/reviews/review-event.entity.js';
import { ReviewHandOnService } from '#features/reviews/review-hand-on.service.js';
import { ReviewNote } from '#features/reviews/review-note.entity.js';
import { ReviewNotesService } from '#features/reviews/review-notes.service.js';
import { ReviewQuestion } from '#features/reviews/review-question.entity.js';
import { ReviewQuestionsService } from '#features/reviews/review-questions.service.js';
import { type Review } from '#features/reviews/review.entity.js';
import { ReviewerBars } from '#features/reviews/reviewer-bars.js';
import { PublicReturnsQueries } from '#features/submissions/public-returns.queries.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { ACCEPT, ReviewCouncil, SEND_BACK } from '../factories/review-council.factory.js';
import { refusalOf } from '../factories/submission.factory.js';
import { clientOf } from '../support/sql-client.js';

/** Monday 23 November 2026: three working days are Thursday 26, five are Monday 30, ten are Monday 7 December. */
const MONDAY = '2026-11-23T09:00:00Z';

describe('between the reviewer and the department', () => {
  let council: ReviewCouncil;
  let questions: ReviewQuestionsService;
  let application: pg.Client;
  let owner: pg.Client;

  beforeAll(async () => {
    council = await ReviewCouncil.start();
    questions = council.waymark.get(ReviewQuestionsService);
    [application, owner] = await Promise.all([clientOf(council.waymark.database.url), clientOf(council.waymark.database.ownerUrl)]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([application?.end(), owner?.end()]);
    await council?.waymark.close();
  });
  beforeEach(() => council.waymark.clock.set(MONDAY));

  const question = (id: string): Promise<ReviewQuestion> => council.waymark.dataSource.getRepository(ReviewQuestion).findOneByOrFail({ id });
  const ask = (review: Review, by: Actor = council.actors.reviewer, text = 'Who pays?', section: string | null = 'narrative'): Promise<ReviewQuestion> =>
    questions.ask(by, review.id, { section, text, rowVersion: review.rowVersion });
  const answer = async ({ id }: ReviewQuestion, by: Actor = council.actors.official, text = 'The Treasury does.'): Promise<ReviewQuestion> =>
    questions.answer(by, id, { answer: text, rowVersion: (await question(id)).rowVersion });

  describe('a question', () => {
    it('is asked with three working days, told to the department, and resets nothing', async () => {
      const review = await council.claimed();
      const submission = await council.submissionOf(review);
      const before = council.waymark.sent.length;
      const asked = await ask(review);
      expect(asked).toMatchObject({ dueOn: '2026-11-26', versionNumber: 1, section: 'narrative' });
      await council.waymark.runJobs();
      expect(council.mailed('A question on ', before)).toEqual(['missions@dfe.example.org', 'official@dfe.example.org', 'sro@dfe.example.org']);
      expect(await council.submissionOf(review)).toMatchObject({ status: 'in-review', signedBy: submission.signedBy, deliveredVersions: 1, rowVersion: submission.rowVersion });
      expect(await council.read(review.id)).toMatchObject({ status: 'claimed', dueOn: review.dueOn, rowVersion: review.rowVersion });
      const [event] = await council.waymark.dataSource.getRepository(SubmissionEvent).findBy({ submissionId: review.submissionId, action: 'ask' });
      expect(event).toMatchObject({ fromStatus: 'in-review', toStatus: 'in-review', reasons: [{ section: 'narrative', text: 'Who pays?' }] });
      await answer(asked);
    });

    it('keeps the reviewer from deciding until it is answered; both are published with the return', async () => {
      const { reviewer } = council.actors;
      const review = await council.claimed();
      const asked = await ask(review);
      expect(await refusalOf(council.decide(reviewer, review, ACCEPT))).toEqual(['invalid', ['question-open']]);
      expect(await refusalOf(council.decide(reviewer, review, SEND_BACK))).toEqual(['invalid', ['question-open']]);
      const before = council.waymark.sent.length;
      expect(await answer(asked, council.actors.sro)).toMatchObject({ answer: 'The Treasury does.', answeredBy: council.actors.sro.id });
      await council.waymark.runJobs();
      expect(council.mailed('Answered: ', before)).toEqual(['reviewer@council.example.org']);
      expect((await council.decide(reviewer, review, ACCEPT)).decision).toBe('accepted');
      const shown = await council.waymark.get(PublicReturnsQueries).lastAccepted(council.education.mission.id, '2026-11-23');
      expect(shown?.council.questions).toEqual([{ about: 'Narrative', question: 'Who pays?', answer: 'The Treasury does.' }]);
    });

    it('is withdrawn with a reason, and is then neither answered nor published', async () => {
      const review = await council.claimed();
      const asked = await ask(review);
      const withdraw = (reason: string): Promise<void> => questions.withdraw(council.actors.reviewer, review.id, asked.id, { reason, rowVersion: asked.rowVersion });
      expect(await refusalOf(withdraw(' '))).toEqual(['invalid', ['reason-missing']]);
      await withdraw('I found it on page 3.');
      expect(await refusalOf(answer(asked))).toEqual(['conflict', ['question-withdrawn']]);
      expect((await council.decide(council.actors.reviewer, review, ACCEPT)).status).toBe('decided');
      const shown = await council.waymark.get(PublicReturnsQueries).lastAccepted(council.education.mission.id, '2026-11-23');
      expect(shown?.council.questions).toEqual([]);
    });

    it('is marked once when its day has passed, told to both, and then holds nothing up', async () => {
      const review = await council.claimed();
      const asked = await ask(review);
      council.waymark.clock.set('2026-11-26T23:59:00Z');
      await council.waymark.runWatches();
      expect((await question(asked.id)).overdueAt).toBeNull();
      council.waymark.clock.set('2026-11-27T00:00:00Z');
      const before = council.waymark.sent.length;
      expect((await council.waymark.runWatches())['mark-overdue-questions']).toBe(1);
      expect(council.mailed('No answer yet: ', before)).toEqual(['missions@dfe.example.org', 'official@dfe.example.org', 'reviewer@council.example.org', 'sro@dfe.example.org']);
      expect((await council.waymark.runWatches())['mark-overdue-questions']).toBeUndefined();
      // Late, it can still be answered, on the page as it was opened before the mark.
      expect((await questions.answer(council.actors.official, asked.id, { answer: 'Late, but here.', rowVersion: asked.rowVersion })).answer).toBe('Late, but here.');
    });

    it('holds nothing up once it is overdue', async () => {
      const review = await council.claimed();
      await ask(review);
      council.waymark.clock.set('2026-11-27T09:00:00Z');
      expect((await council.decide(council.actors.reviewer, review, ACCEPT)).status).toBe('decided');
    });

    it.each<[string, () => Promise<unknown>, string, string[]]>([
      ['an empty text', async () => ask(await council.claimed(), council.actors.reviewer, ' '), 'invalid', ['text-missing']],
      ['a section that is not there', async () => ask(await council.claimed(), council.actors.reviewer, 'Why?', 'poetry'), 'invalid', ['unknown-section']],
      ['a review that waits', async () => ask(await council.queued()), 'conflict', ['review-queued']],
      ['another’s review', async () => ask(await council.claimed(), council.actors.second), 'conflict', ['claimed-by-another']],
      ['the department itself', async () => ask(await council.claimed(), council.actors.official), 'forbidden', ['forbidden']],
      ['an answer of the other department', async () => answer(await ask(await council.claimed()), { ...council.actors.official, organisationId: council.education.organisations.dhsc.id }), 'forbidden', ['forbidden']],
      ['an answer of the council', async () => answer(await ask(await council.claimed()), council.actors.reviewer), 'forbidden', ['forbidden']],
      ['an empty answer', async () => answer(await ask(await council.claimed()), council.actors.official, '  '), 'invalid', ['answer-missing']],
    ])('is refused with its reason: %s', async (_, work, kind, codes) => {
      expect(await refusalOf(work())).toEqual([kind, codes]);
    });

    it('is answered once of two at once', async () => {
      const asked = await ask(await council.claimed());
      const { rowVersion } = await question(asked.id);
      const both = await Promise.allSettled([council.actors.official, council.actors.sro].map((actor) => questions.answer(actor, asked.id, { answer: `By ${actor.name}`, rowVersion })));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it.each(['application', 'owner'] as const)('stays as it was said, by SQL of the %s’s role', async (role) => {
      const client = role === 'application' ? application : owner;
      const review = await council.claimed();
      const { id } = await ask(review);
      const set = (change: string): Promise<unknown> => client.query(`UPDATE review_questions SET ${change} WHERE id = $1`, [id]);
      await expect(set(`text = 'Other words'`)).rejects.toThrow(/stays as it was asked/);
      await expect(set(`due_on = '2027-01-01'`)).rejects.toThrow(/stays as it was asked/);
      await expect(set(`answer = 'x', answered_at = '2026-11-24', answered_by = '${council.actors.reviewer.id}'`)).rejects.toThrow(/by the department that was asked/);
      await expect(set(`withdrawn_at = '2026-11-24', withdrawn_reason = ' '`)).rejects.toThrow(/with a reason/);
      await expect(client.query('DELETE FROM review_questions WHERE id = $1', [id])).rejects.toThrow(/questions are kept/);
      await set(`answer = 'x', answered_at = '2026-11-24', answered_by = '${council.actors.official.id}'`);
      await expect(set(`answer = 'y'`)).rejects.toThrow(/answered or withdrawn/);
      const insert = `INSERT INTO review_questions (review_id, submission_id, version_number, text, asked_by, asked_by_name, asked_at, due_on, row_version) VALUES ($1, $2, 1, 'x', $3, 'x', '2026-11-23', '2026-11-26', 1)`;
      await expect(client.query(insert, [review.id, review.submissionId, council.actors.second.id])).rejects.toThrow(/asked by the holder/);
    });
  });

  describe('a note to the file', () => {
    it('is written by reviewers and members of the council, and stays', async () => {
      const review = await council.queued();
      await council.waymark.get(ReviewNotesService).add(council.actors.member, review.id, 'Ask about the hubs next year.');
      const [note] = await council.waymark.dataSource.getRepository(ReviewNote).findBy({ reviewId: review.id });
      expect(note).toMatchObject({ text: 'Ask about the hubs next year.', authorName: 'member' });
      for (const client of [application, owner]) {
        await expect(client.query(`UPDATE review_notes SET text = 'x' WHERE id = $1`, [note?.id])).rejects.toThrow();
        await expect(client.query('DELETE FROM review_notes WHERE id = $1', [note?.id])).rejects.toThrow();
        const insert = `INSERT INTO review_notes (submission_id, review_id, text, author_id, author_name, at) VALUES ($1, $2, 'x', $3, 'x', '2026-11-23')`;
        await expect(client.query(insert, [review.submissionId, review.id, council.actors.official.id])).rejects.toThrow(/written by the council/);
      }
    });

    it.each<[keyof ReviewCouncil['actors'], string[]]>([['official', ['forbidden']], ['sro', ['forbidden']], ['inside', ['own-department']], ['lent', ['own-department']]])('not by %s', async (who, codes) => {
      const review = await council.queued();
      expect(await refusalOf(council.waymark.get(ReviewNotesService).add(council.actors[who], review.id, 'x'))).toEqual(['forbidden', codes]);
    });
  });

  describe('the clock', () => {
    const inQueue = async (review: Review): Promise<boolean> => (await council.read(review.id)).status === 'queued';

    it('reminds the holder three and one working days before the due date, and once after it', async () => {
      const review = await council.claimed();
      const { submissionId } = review;
      const { reference } = await council.submissionOf({ submissionId });
      const at = async (instant: string): Promise<string[]> => {
        council.waymark.clock.set(instant);
        const before = council.waymark.sent.length;
        await council.waymark.get(QuietReviewsService).see(council.actors.reviewer, await council.read(review.id), instant.slice(0, 10));
        await council.waymark.runWatches();
        await council.waymark.runWatches();
        return council.waymark.sent.slice(before).filter(({ subject }) => subject.endsWith(reference)).map(({ subject }) => subject.split(':')[0] ?? '');
      };
      expect(await at('2026-11-27T09:00:00Z')).toEqual([]);
      expect(await at('2026-12-01T23:00:00Z')).toEqual([]);
      expect(await at('2026-12-02T00:01:00Z')).toEqual(['Review due in 3 working days']);
      expect(await at('2026-12-03T09:00:00Z')).toEqual([]);
      expect(await at('2026-12-04T09:00:00Z')).toEqual(['Review due in one working day']);
      expect(await at('2026-12-07T23:59:00Z')).toEqual([]);
      expect(await at('2026-12-08T00:01:00Z')).toEqual(['Review overdue']);
      expect(await at('2026-12-09T09:00:00Z')).toEqual([]);
    });

    it('tell the chair once of one that is overdue while nobody holds it', async () => {
      council.waymark.clock.set('2026-11-23T09:00:00Z');
      const review = await council.queued();
      const { reference } = await council.submissionOf(review);
      const at = async (instant: string): Promise<string[]> => {
        council.waymark.clock.set(instant);
        const before = council.waymark.sent.length;
        await council.waymark.runWatches();
        await council.waymark.runWatches();
        return council.waymark.sent.slice(before).filter(({ subject }) => subject.endsWith(reference)).map(({ subject, recipient }) => `${subject.split(':')[0]}, ${recipient}`);
      };
      expect(await at('2026-12-07T23:59:00Z')).toEqual([]);
      expect(await at('2026-12-08T00:01:00Z')).toEqual(['Review overdue in the queue, chair@council.example.org']);
      expect(await at('2026-12-09T09:00:00Z')).toEqual([]);
    });

    it('returns a review to the queue after five working days without a sign, and tells', async () => {
      const review = await council.claimed();
      council.waymark.clock.set('2026-11-30T08:59:00Z');
      await council.waymark.runWatches();
      expect(await inQueue(review)).toBe(false);
      council.waymark.clock.set('2026-11-30T09:00:00Z');
      const before = council.waymark.sent.length;
      await council.waymark.runWatches();
      expect(await council.read(review.id)).toMatchObject({ status: 'queued', reviewerId: null, queuedAt: review.queuedAt, dueOn: review.dueOn });
      expect((await council.submissionOf(review)).status).toBe('submitted');
      expect(council.mailed('Back in the queue: ', before)).toEqual(['chair@council.example.org', 'reviewer@council.example.org']);
      expect(council.mailed('Waiting for another reviewer: ', before)).toContain('official@dfe.example.org');
      const [event] = await council.waymark.dataSource.getRepository(ReviewEvent).findBy({ reviewId: review.id });
      expect(event).toMatchObject({ action: 'return', fromId: council.actors.reviewer.id, actorId: null });
      expect((await refusalOf(council.decide(council.actors.reviewer, review, ACCEPT)))[0]).toBe('conflict');
    });

    it.each<[string, (review: Review) => Promise<unknown>]>([
      ['opened it', async (review) => council.waymark.get(QuietReviewsService).see(council.actors.reviewer, review, '2026-11-27')],
      ['asked a question', (review) => ask(review)],
      ['wrote a note', (review) => council.waymark.get(ReviewNotesService).add(council.actors.reviewer, review.id, 'Half read.')],
      ['got an answer', async (review) => answer(await ask(review))],
    ])('leaves it where the holder %s on Friday', async (_, work) => {
      const review = await council.claimed();
      council.waymark.clock.set('2026-11-27T09:00:00Z');
      await work(await council.read(review.id));
      council.waymark.clock.set('2026-12-03T09:00:00Z');
      await council.waymark.runWatches();
      expect(await inQueue(review)).toBe(false);
      council.waymark.clock.set('2026-12-04T09:00:00Z');
      await council.waymark.runWatches();
      expect(await inQueue(review)).toBe(true);
    });

    it('begins again for the receiver of a hand-on', async () => {
      const review = await council.claimed();
      council.waymark.clock.set('2026-11-27T09:00:00Z');
      await council.waymark.get(ReviewHandOnService).handOn(council.actors.reviewer, review.id, { to: council.actors.second.id, reason: 'Leave', rowVersion: review.rowVersion });
      council.waymark.clock.set('2026-12-01T09:00:00Z');
      await council.waymark.runWatches();
      expect(await inQueue(review)).toBe(false);
    });
  });

  it('what another room knows bars a reviewer from claim, decision and hand-on', async () => {
    const barred = new Set<string>();
    council.waymark.get(ReviewerBars).register(async (_, actorId) => (barred.has(actorId) ? [{ code: 'interest', message: 'You have declared an interest in this mission' }] : []));
    const [waiting, held] = [await council.queued(), await council.claimed()];
    barred.add(council.actors.reviewer.id);
    expect(await refusalOf(council.reviews.claim(council.actors.reviewer, waiting.id, waiting.rowVersion))).toEqual(['forbidden', ['interest']]);
    expect(await refusalOf(council.decide(council.actors.reviewer, held, ACCEPT))).toEqual(['forbidden', ['interest']]);
    barred.add(council.actors.second.id);
    const given = { to: council.actors.second.id, reason: 'Interest', rowVersion: held.rowVersion };
    expect(await refusalOf(council.waymark.get(ReviewHandOnService).handOn(council.actors.reviewer, held.id, given))).toEqual(['invalid', ['interest']]);
    barred.delete(council.actors.second.id);
    await council.waymark.get(ReviewHandOnService).handOn(council.actors.reviewer, held.id, given);
    expect((await council.read(held.id)).reviewerId).toBe(council.actors.second.id);
  });
});
