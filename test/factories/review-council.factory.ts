import { type Type } from '@nestjs/common';
import { type Actor, systemActor } from '#domain/access/permissions.js';
import { type DecisionDraft } from '#domain/reviews/review-blockers.js';
import { type EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { ReviewsWebModule } from '#features/reviews/web/reviews-web.module.js';
import { ReturnsApiModule } from '#features/submissions/api/returns-api.module.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { actorOf, ANSWERS, deliver, queuedReview, savePerson } from './delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from './education-mission.factory.js';

/** The council's pages, the API and the jobs; a department's pages only as far as a spec adds them. */
export const COUNCIL_MODULES = [AccessWebModule, ReviewsWebModule, ReturnsApiModule, EvidenceReturnsModule, DeliveryPlansModule, JobsModule];

/** Everybody who has to do with a review; `inside` and `lent` may not. */
export type CouncilActor = 'official' | 'sro' | 'reviewer' | 'second' | 'member' | 'inside' | 'lent';

export const ACCEPT: DecisionDraft = { decision: 'accepted', reasons: [] };
export const WITH_RESERVATIONS: DecisionDraft = { decision: 'accepted-with-reservations', reasons: [{ section: null, text: 'The sample is small.' }] };
export const SEND_BACK: DecisionDraft = { decision: 'changes-requested', reasons: [{ section: 'narrative', text: 'Name the cause.' }] };
export const UNRESOLVED: DecisionDraft = { decision: 'published-unresolved', reasons: [{ section: null, text: 'The cause is still not named.' }] };

/** The application with one mission, and a council of two reviewers and a member. */
export class ReviewCouncil {
  private year = 2200;

  private constructor(
    readonly waymark: TestApplication,
    readonly education: EducationMission,
    readonly actors: Record<CouncilActor, Actor>,
    readonly reviews: ReviewsService,
  ) {}

  /** @param modules all pages, where a spec looks at more than the council's */
  static async start(modules: Type[] = COUNCIL_MODULES): Promise<ReviewCouncil> {
    const waymark = await startTestApplication({ modules });
    const education = await saveEducationMission(waymark.dataSource);
    const second = await savePerson(waymark, 'Second Reviewer', ['reviewer'], 'council');
    const inside = await savePerson(waymark, 'Inside', ['reviewer'], 'dfe');
    const lent = await savePerson(waymark, 'Lent', ['reviewer'], 'council', 'dfe');
    const { official, sro, reviewer, member } = education.people;
    const people = { official, sro, reviewer, second, member, inside, lent };
    const actors = Object.fromEntries(Object.entries(people).map(([name, person]) => [name, actorOf(person)])) as ReviewCouncil['actors'];
    return new ReviewCouncil(waymark, education, actors, waymark.get(ReviewsService));
  }

  /** Figures that say off track: a green rating claims better. */
  async publishOffTrack(): Promise<void> {
    await publishFigures(this.waymark.dataSource, this.education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2026-10-01');
    const { id } = systemActor('job', 'test');
    await this.waymark.get(UnitOfWork).run({ actor: `job:${id}`, event: 'TRIED', subject: 'test' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
    await this.waymark.runJobs();
  }

  read(id: string): Promise<Review> {
    return this.waymark.dataSource.getRepository(Review).findOneByOrFail({ id });
  }

  submissionOf({ submissionId }: Pick<Review, 'submissionId'>): Promise<Submission> {
    return this.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submissionId });
  }

  /** A return of a year of its own, in the queue with its checks done. */
  queued(answers: Partial<EvidenceReturnAnswers> = {}): Promise<Review> {
    return queuedReview(this.waymark, this.education, (this.year += 1), { ...ANSWERS, ...answers });
  }

  async claimed(by: Actor = this.actors.reviewer, answers: Partial<EvidenceReturnAnswers> = {}): Promise<Review> {
    const review = await this.queued(answers);
    await this.reviews.claim(by, review.id, review.rowVersion);
    return this.read(review.id);
  }

  async decide(by: Actor, review: Pick<Review, 'id'>, draft: DecisionDraft): Promise<Review> {
    const { rowVersion } = await this.read(review.id);
    await this.reviews.decide(by, review.id, { draft, rowVersion });
    return this.read(review.id);
  }

  /** Sent back so often and delivered again each time: the claimed review of the last version. */
  async inRound(rounds: number, by: Actor = this.actors.reviewer): Promise<Review> {
    let review = await this.claimed(by);
    for (let round = 1; round <= rounds; round += 1) {
      await this.decide(by, review, SEND_BACK);
      await deliver(this.waymark, this.education, await this.submissionOf(review), { narrative: `The cause is the weather, version ${round + 1}.` });
      await this.waymark.runJobs();
      const next = await this.waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: review.submissionId, versionNumber: round + 1 });
      await this.reviews.claim(by, next.id, next.rowVersion);
      review = await this.read(next.id);
    }
    return review;
  }

  /** What has been mailed with a subject that begins so. */
  mailed(subject: string, since = 0): string[] {
    return this.waymark.sent.slice(since).filter((message) => message.subject.startsWith(subject)).map(({ recipient }) => recipient).sort();
  }
}
