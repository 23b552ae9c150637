import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { type DecisionDraft } from '#domain/reviews/review-blockers.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { ReviewCheck } from '#features/reviews/review-check.entity.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsQueries } from '#features/reviews/reviews.queries.js';
import { ReviewOpeningService } from '#features/reviews/review-opening.service.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { verifyChain } from '#platform/audit/verify-chain.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { actorOf, ANSWERS, deliver, openReturn, queuedReview, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const ACCEPT: DecisionDraft = { decision: 'accepted', reasons: [] };
const SEND_BACK: DecisionDraft = { decision: 'changes-requested', reasons: [{ section: 'narrative', text: 'Name the cause.' }] };

/** The kind, status and codes of a refusal. */
async function refusal(work: Promise<unknown>): Promise<{ kind: string; codes: string[] }> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApplicationError)) throw new Error(`no refusal but ${String(error)}`);
  return { kind: error.kind, codes: error.reasons.length > 0 ? error.reasons.map(({ code }) => code) : [error.code] };
}

describe('the queued review', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let reviews: ReviewsService;
  let opening: ReviewOpeningService;
  let reviewer: Actor;
  let second: Actor;
  let year = 2000;

  beforeAll(async () => {
    waymark = await startTestApplication({
      modules: [AccessWebModule, EvidenceReturnsModule, DeliveryPlansModule, JobsModule],
    });
    education = await saveEducationMission(waymark.dataSource);
    reviews = waymark.get(ReviewsService);
    opening = waymark.get(ReviewOpeningService);
    reviewer = actorOf(education.people.reviewer);
    second = actorOf(await savePerson(waymark, 'Second Reviewer', ['reviewer'], 'council'));
  }, 60_000);
  afterAll(() => waymark.close());

  const read = (id: string): Promise<Review> => waymark.dataSource.getRepository(Review).findOneByOrFail({ id });
  const submissionOf = ({ submissionId }: Review): Promise<Submission> => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submissionId });
  const checkOf = (reviewId: string, kind: ReviewCheck['kind']): Promise<ReviewCheck> =>
    waymark.dataSource.getRepository(ReviewCheck).findOneByOrFail({ reviewId, kind });
  /** A return of a year of its own, in the queue with its checks done. */
  const queued = (answers = ANSWERS): Promise<Review> => queuedReview(waymark, education, (year += 1), answers);
  const claimed = async (by: Actor = reviewer): Promise<Review> => {
    const review = await queued();
    await reviews.claim(by, review.id, review.rowVersion);
    return read(review.id);
  };

  describe('opens', () => {
    it('with ten working days and its checks, from the job that the submission wrote', async () => {
      const submission = await deliver(waymark, education, await openReturn(waymark, education, (year += 1)));
      expect((await waymark.runJobs()).filter((kind) => kind !== 'send-mail')).toEqual(['open-review', 'run-review-checks']);
      const review = await waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: submission.id });
      // Monday 23 November 2026 + 10 working days: 24–27 Nov (4), 30 Nov – 4 Dec (9), 7 Dec (10).
      expect(review).toMatchObject({ status: 'queued', versionNumber: 1, dueOn: '2026-12-07', offTrack: false, reviewerId: null });
      expect(review.checksDoneAt).not.toBeNull();
      expect(await checkOf(review.id, 'completeness')).toMatchObject({ outcome: 'passed' });
      expect(await waymark.dataSource.getRepository(ReviewCheck).countBy({ reviewId: review.id })).toBe(6);
    });

    it('once, however often it is asked', async () => {
      const review = await queued();
      const again = await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (transaction) =>
        opening.openInTransaction(transaction, { submissionId: review.submissionId, versionNumber: 1 }),
      );
      expect(again?.id).toBe(review.id);
      expect(await waymark.dataSource.getRepository(Review).countBy({ submissionId: review.submissionId })).toBe(1);
    });

    it.each([
      ['a submission that is gone', { submissionId: '00000000-0000-4000-8000-000000000000', versionNumber: 1 }],
      ['a version that was never delivered', { versionNumber: 2 }],
    ])('not for %s', async (_, delivery) => {
      const { submissionId } = await queued();
      const open = waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (transaction) =>
        opening.openInTransaction(transaction, { submissionId, ...delivery }),
      );
      expect(await open).toBeNull();
    });
  });

  describe('is claimed', () => {
    it('and the submission is in review; handed back, it is in the queue as before', async () => {
      const review = await queued();
      await reviews.claim(reviewer, review.id, review.rowVersion);
      const held = await read(review.id);
      expect(held).toMatchObject({ status: 'claimed', reviewerId: reviewer.id });
      expect((await submissionOf(held)).status).toBe('in-review');
      await reviews.handBack(reviewer, held.id, held.rowVersion);
      const back = await read(review.id);
      expect(back).toMatchObject({ status: 'queued', reviewerId: null, claimedAt: null, queuedAt: review.queuedAt, dueOn: review.dueOn });
      expect((await submissionOf(back)).status).toBe('submitted');
    });

    it.each<[string, () => Promise<Actor>, string[]]>([
      ['somebody of the department with a reviewer’s role', async () => actorOf(await savePerson(waymark, 'Inside', ['reviewer'], 'dfe')), ['own-department']],
      ['a secondee of the department', async () => actorOf(await savePerson(waymark, 'Lent', ['reviewer'], 'council', 'dfe')), ['home-department']],
      ['a council member', async () => actorOf(education.people.member), ['forbidden']],
      ['the SRO', async () => actorOf(education.people.sro), ['forbidden']],
      ['an administrator', async () => actorOf(education.people.administrator), ['forbidden']],
      [
        'whoever signed it, now a reviewer of the council',
        async () => ({ ...actorOf(education.people.sro), roles: ['reviewer'], organisationId: education.organisations.council.id }),
        ['own-words'],
      ],
    ])('not by %s', async (_, who, codes) => {
      const review = await queued();
      expect(await refusal(reviews.claim(await who(), review.id, review.rowVersion))).toEqual({ kind: 'forbidden', codes });
      expect(await read(review.id)).toMatchObject({ status: 'queued' });
    });

    it.each<[string, (review: Review) => Promise<unknown>, string]>([
      ['another reviewer', (review) => reviews.claim(second, review.id, review.rowVersion), 'claimed-by-another'],
      ['the same reviewer again', (review) => reviews.claim(reviewer, review.id, review.rowVersion), 'claimed-by-you'],
      ['an older page', (review) => reviews.handBack(reviewer, review.id, review.rowVersion - 1), 'review-claimed'],
      ['a decision of another reviewer', (review) => reviews.decide(second, review.id, { draft: ACCEPT, rowVersion: review.rowVersion }), 'claimed-by-another'],
      ['a hand-back of another reviewer', (review) => reviews.handBack(second, review.id, review.rowVersion), 'claimed-by-another'],
    ])('once: %s is told', async (_, move, code) => {
      const review = await claimed();
      expect(await refusal(move(review))).toEqual({ kind: 'conflict', codes: [code] });
    });

    it('before its checks have run, but is not decided', async () => {
      const submission = await deliver(waymark, education, await openReturn(waymark, education, (year += 1)));
      const review = await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (transaction) =>
        opening.openInTransaction(transaction, { submissionId: submission.id, versionNumber: 1 }),
      );
      if (!review) throw new Error('no review');
      await reviews.claim(reviewer, review.id, review.rowVersion);
      const held = await read(review.id);
      expect(await refusal(reviews.decide(reviewer, held.id, { draft: ACCEPT, rowVersion: held.rowVersion }))).toEqual({ kind: 'invalid', codes: ['checks-not-run'] });
      await waymark.runJobs();
      // The checks do not count as a change: the page that was open stays good.
      await reviews.decide(reviewer, held.id, { draft: ACCEPT, rowVersion: held.rowVersion });
    });
  });

  describe('is decided', () => {
    it('by accepting: submission, rating and letters in one move', async () => {
      const review = await claimed();
      const before = waymark.sent.length;
      await reviews.decide(reviewer, review.id, { draft: ACCEPT, rowVersion: review.rowVersion });
      expect(await read(review.id)).toMatchObject({ status: 'decided', decision: 'accepted', reviewerId: reviewer.id, decisionReasons: [] });
      expect(await submissionOf(review)).toMatchObject({ status: 'accepted', acceptedVersion: 1 });
      const ran = await waymark.runJobs();
      expect(ran).toContain('record-department-judgement');
      expect(ran).toContain(JUDGE_MISSIONS.name);
      const letters = waymark.sent.slice(before).filter(({ subject }) => subject.startsWith('Accepted: '));
      expect(letters.map(({ recipient }) => recipient).sort()).toEqual(['missions@dfe.example.org', 'official@dfe.example.org', 'sro@dfe.example.org']);
      const [judgement] = await waymark.dataSource.query(`SELECT rating, mission_id FROM judgements WHERE kind = 'department' ORDER BY sequence DESC LIMIT 1`);
      expect(judgement).toEqual({ rating: 'amber', mission_id: education.mission.id });
    });

    it('by sending a section back, which the department mends: a review of its own for the new version', async () => {
      const review = await claimed();
      const before = waymark.sent.length;
      await reviews.decide(reviewer, review.id, { draft: SEND_BACK, rowVersion: review.rowVersion });
      expect(await submissionOf(review)).toMatchObject({ status: 'changes-requested', acceptedVersion: null });
      const event = await waymark.dataSource.getRepository(SubmissionEvent).findOneByOrFail({ submissionId: review.submissionId, action: 'request-changes' });
      expect(event).toMatchObject({ versionNumber: 1, actorId: reviewer.id, reasons: [{ section: 'narrative', text: 'Name the cause.' }] });
      await waymark.runJobs();
      const letter = waymark.sent.slice(before).find(({ recipient }) => recipient === 'official@dfe.example.org');
      expect(letter?.subject).toMatch(/^Changes requested: ER-/);
      expect(letter?.body).toContain('Narrative\nName the cause.');

      await deliver(waymark, education, await submissionOf(review), {
        narrative: 'The hubs opened late because teachers were missing.',
        nextSteps: 'Hire two hundred teachers.',
      });
      await waymark.runJobs();
      const next = await waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: review.submissionId, versionNumber: 2 });
      expect(next).toMatchObject({ status: 'queued' });
      expect((await checkOf(next.id, 'promises')).findings.join()).toContain('Every section that was sent back has changed.');
      await reviews.claim(second, next.id, next.rowVersion);
      await reviews.decide(second, next.id, { draft: ACCEPT, rowVersion: (await read(next.id)).rowVersion });
      expect(await submissionOf(review)).toMatchObject({ status: 'accepted', acceptedVersion: 2 });
      expect(await read(review.id)).toMatchObject({ decision: 'changes-requested', versionNumber: 1 });
    });

    it('and the check finds a section that was sent back and not changed', async () => {
      const review = await claimed();
      await reviews.decide(reviewer, review.id, { draft: SEND_BACK, rowVersion: review.rowVersion });
      await deliver(waymark, education, await submissionOf(review), { nextSteps: 'Something else.' });
      await waymark.runJobs();
      const next = await waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: review.submissionId, versionNumber: 2 });
      expect(await checkOf(next.id, 'promises')).toMatchObject({
        outcome: 'look',
        findings: expect.arrayContaining(['The council sent back Narrative. Its words are the same as before.']),
      });
    });

    it.each<[string, DecisionDraft, string[]]>([
      ['no section named', { decision: 'changes-requested', reasons: [] }, ['no-sections']],
      ['a section without its reason', { decision: 'changes-requested', reasons: [{ section: 'rating', text: ' ' }] }, ['reason-missing']],
      ['a section that is not there', { decision: 'changes-requested', reasons: [{ section: 'poetry', text: 'Why?' }] }, ['unknown-section']],
      ['sections beside an acceptance', { decision: 'accepted', reasons: [{ section: 'rating', text: 'Why?' }] }, ['reasons-with-acceptance']],
    ])('not with %s', async (_, draft, codes) => {
      const review = await claimed();
      const asked = { draft, rowVersion: review.rowVersion };
      expect(await refusal(reviews.requireDecidable(reviewer, review.id, asked))).toEqual({ kind: 'invalid', codes });
      expect(await refusal(reviews.decide(reviewer, review.id, asked))).toEqual({ kind: 'invalid', codes });
      expect(await read(review.id)).toMatchObject({ status: 'claimed', decision: null });
      expect((await submissionOf(review)).status).toBe('in-review');
    });

    it('once: the second decision is told', async () => {
      const review = await claimed();
      await reviews.decide(reviewer, review.id, { draft: ACCEPT, rowVersion: review.rowVersion });
      expect(await refusal(reviews.decide(reviewer, review.id, { draft: SEND_BACK, rowVersion: review.rowVersion }))).toEqual({
        kind: 'conflict',
        codes: ['review-decided'],
      });
    });
  });

  it('is closed when the department withdraws, and a new delivery has a review of its own', async () => {
    const review = await queued();
    const submissions = waymark.get(SubmissionsService);
    const { kind, id, rowVersion } = await submissionOf(review);
    const sro = actorOf(education.people.sro);
    const withdrawn = await submissions.move(sro, { kind, id, rowVersion }, 'withdraw', [{ section: null, text: 'A figure was wrong.' }]);
    // Before the job has run the row is still open, and nobody can claim it.
    expect(await waymark.get(ReviewsQueries).queue(reviewer)).not.toContainEqual(expect.objectContaining({ id: review.id }));
    expect((await refusal(reviews.claim(reviewer, review.id, review.rowVersion))).kind).toBe('conflict');
    await waymark.runJobs();
    expect(await read(review.id)).toMatchObject({ status: 'closed', decision: null });
    expect(await refusal(reviews.claim(reviewer, review.id, (await read(review.id)).rowVersion))).toEqual({ kind: 'conflict', codes: ['review-closed'] });
    const taken = await submissions.move(actorOf(education.people.official), { kind, id, rowVersion: withdrawn.rowVersion }, 'take-up');
    await deliver(waymark, education, taken, { narrative: 'With the right figure.' });
    await waymark.runJobs();
    const open = await waymark.dataSource.getRepository(Review).findBy({ submissionId: id });
    expect(open.map(({ versionNumber, status }) => [versionNumber, status]).sort()).toEqual([
      [1, 'closed'],
      [2, 'queued'],
    ]);
  });

  describe('two reviewers at once, twenty rounds', () => {
    it('one claim and one decision each', async () => {
      for (let round = 0; round < 20; round += 1) {
        const review = await queued();
        const claims = await Promise.allSettled([reviewer, second].map((actor) => reviews.claim(actor, review.id, review.rowVersion)));
        expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const held = await read(review.id);
        const holder = held.reviewerId === reviewer.id ? reviewer : second;
        const decisions = await Promise.allSettled(
          [ACCEPT, SEND_BACK].map((draft) => reviews.decide(holder, review.id, { draft, rowVersion: held.rowVersion })),
        );
        expect(decisions.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const decided = await read(review.id);
        expect((await submissionOf(decided)).status).toBe(decided.decision);
        const moves = await waymark.dataSource.getRepository(SubmissionEvent).findBy({ submissionId: review.submissionId });
        expect(moves.filter(({ action }) => action === 'accept' || action === 'request-changes')).toHaveLength(1);
        expect(moves.filter(({ action }) => action === 'start-review')).toHaveLength(1);
      }
      expect(await verifyChain(waymark.dataSource)).toMatchObject({ whole: true });
    }, 120_000);
  });
});
