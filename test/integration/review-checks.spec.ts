import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { type DecisionDraft } from '#domain/reviews/review-blockers.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { ReviewCheck } from '#features/reviews/review-check.entity.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { actorOf, ANSWERS, deliverPlan, openPlan, queuedReview, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const ACCEPT: DecisionDraft = { decision: 'accepted', reasons: [] };

describe('what the checks of a delivery find', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let reviews: ReviewsService;
  let reviewer: Actor;
  let second: Actor;
  let year = 2000;

  beforeAll(async () => {
    waymark = await startTestApplication({
      modules: [AccessWebModule, EvidenceReturnsModule, DeliveryPlansModule, JobsModule],
    });
    education = await saveEducationMission(waymark.dataSource);
    reviews = waymark.get(ReviewsService);
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

  describe('of an evidence return', () => {
    it('find a green rating beside figures that are off track, and raise the review', async () => {
      // Due in 2023/24 on the path from 65 to 90 over eleven years: 65 + 25 × 5/11 = 76.4; 61 is far below the start.
      await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2026-10-01');
      await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (transaction) => transaction.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
      await waymark.runJobs();
      const review = await queued({ ...ANSWERS, rating: 'green' });
      expect(review.offTrack).toBe(true);
      const check = await checkOf(review.id, 'figures');
      expect(check.outcome).toBe('look');
      expect(check.findings).toEqual([
        expect.stringMatching(/^The department rates the likelihood green, but the figures say .+ \(90% reach the expected standard: .+\)\.$/),
      ]);
    });

    it('find a figure that was published after the delivery was signed, old and new', async () => {
      const review = await queued();
      expect((await checkOf(review.id, 'figures')).findings.join()).not.toContain('newer');
      await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 62 }, '2026-11-01');
      await waymark.dataSource.query(`UPDATE outbox_messages SET done_at = NULL WHERE kind = 'run-review-checks' AND payload->>'reviewId' = $1`, [review.id]);
      await waymark.runJobs();
      expect((await checkOf(review.id, 'figures')).findings).toContain(
        'Pupils at the expected standard, England: the delivery shows 61% for school year 2023/24. A newer figure is there: 62% for school year 2024/25.',
      );
      expect(await waymark.dataSource.getRepository(ReviewCheck).countBy({ reviewId: review.id })).toBe(6);
    });

    it('find next steps that are word for word those of the year before', async () => {
      const review = await queued();
      await queued();
      const repeated = await queued();
      expect(await checkOf(repeated.id, 'promises')).toMatchObject({ outcome: 'look', findings: [expect.stringMatching(/^Next steps: word for word the same as for April \d{4}/)] });
      expect(review.id).not.toBe(repeated.id);
    });

    it('stay as they were once it is decided', async () => {
      const { id } = await queued({ ...ANSWERS, rating: 'red' });
      await reviews.claim(reviewer, id, (await read(id)).rowVersion);
      const review = await read(id);
      await reviews.decide(reviewer, review.id, { draft: ACCEPT, rowVersion: review.rowVersion });
      await waymark.dataSource.query(`UPDATE outbox_messages SET done_at = NULL WHERE kind = 'run-review-checks' AND payload->>'reviewId' = $1`, [review.id]);
      const { ranAt } = await checkOf(review.id, 'figures');
      waymark.clock.advance(60_000);
      await waymark.runJobs();
      expect((await checkOf(review.id, 'figures')).ranAt).toEqual(ranAt);
    });
  });

  describe('of a delivery plan', () => {
    const plan = { summary: 'What we will do.', contributions: [{ mission: 'education', contribution: 'Tutoring', policies: 'Hubs', moneyMillions: 12.5 }] };

    it('goes the same way: queue, checks, sections back, next version, acceptance, and no rating to record', async () => {
      const submission = await deliverPlan(waymark, education, await openPlan(waymark, education), plan);
      await waymark.runJobs();
      const first = await waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: submission.id });
      expect(await checkOf(first.id, 'figures')).toMatchObject({ outcome: 'passed', findings: ['The delivery quotes no figure that Waymark holds.'] });
      await reviews.claim(reviewer, first.id, first.rowVersion);
      const draft: DecisionDraft = { decision: 'changes-requested', reasons: [{ section: 'contributions', text: 'Which hubs?' }] };
      await reviews.decide(reviewer, first.id, { draft, rowVersion: (await read(first.id)).rowVersion });
      const contributions = plan.contributions.map((line) => ({ ...line, policies: 'Hubs in twenty places' }));
      await deliverPlan(waymark, education, submission, { ...plan, contributions });
      await waymark.runJobs();
      const next = await waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: submission.id, versionNumber: 2 });
      expect((await checkOf(next.id, 'promises')).findings).toEqual(['There is no earlier delivery to compare with. Every section that was sent back has changed.']);
      await reviews.claim(second, next.id, next.rowVersion);
      await reviews.decide(second, next.id, { draft: ACCEPT, rowVersion: (await read(next.id)).rowVersion });
      expect((await submissionOf(next)).status).toBe('accepted');
      expect(await waymark.runJobs()).not.toContain('record-department-judgement');
    });

    it('finds policies that are word for word those of last year’s plan', async () => {
      await deliverPlan(waymark, education, await openPlan(waymark, education, 2030), plan);
      const next = await deliverPlan(waymark, education, await openPlan(waymark, education, 2031), plan);
      await waymark.runJobs();
      const review = await waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: next.id });
      expect(await checkOf(review.id, 'promises')).toMatchObject({ outcome: 'look', findings: ['Mission 5: Education: word for word the same as for 2030 to 2031.'] });
    });
  });
});
