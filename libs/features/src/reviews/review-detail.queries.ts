import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { type Delivery, reviewerBlockers } from '#domain/reviews/review-blockers.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { DeliveriesQueries, type DeliveredVersion, type EarlierDelivery } from './deliveries.queries.js';
import { ReviewCheck } from './review-check.entity.js';
import { Review } from './review.entity.js';
import { reviewsWords } from './reviews.words.js';

/** The moves that the council follows; what a department does between deliveries is its own. */
const REVIEWED_MOVES: SubmissionEvent['action'][] = ['submit', 'withdraw', 'start-review', 'hand-back', 'request-changes', 'accept'];

/** A review with what every page of it needs. */
export interface ReviewHead {
  review: Review;
  /** With its organisation, mission and framework. */
  submission: Submission;
  /** What the rules look at. */
  delivery: Delivery;
  reviewerName: string | null;
}

/** All that a reviewer reads before deciding. */
export interface ReviewDetail extends ReviewHead {
  version: DeliveredVersion;
  checks: ReviewCheck[];
  /** The delivery before this one of the same submission. */
  before: EarlierDelivery | null;
  /** The delivery for the period before. */
  lastPeriod: EarlierDelivery | null;
  /** The figures' verdicts as they stand now; null for a plan. */
  standing: MissionStanding | null;
  /** Oldest first. */
  history: SubmissionEvent[];
}

@Injectable()
export class ReviewDetailQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly deliveries: DeliveriesQueries,
    private readonly judgements: JudgementsQueries,
  ) {}

  /** @throws ApplicationError 404, or 403 for people of the submitting department: the council's notes are not theirs to read. */
  async head(actor: Actor, id: string): Promise<ReviewHead> {
    requirePermission(actor, 'review.list');
    const { manager } = this.dataSource;
    const review = await manager.findOneBy(Review, { id });
    if (!review) throw ApplicationError.notFound(reviewsWords.aReview);
    const submission = await manager.findOneOrFail(Submission, {
      where: { id: review.submissionId },
      relations: { organisation: true, mission: true, framework: true },
    });
    const delivery = {
      organisationId: submission.organisationId,
      authors: await this.deliveries.authorsOf(submission.id),
      sections: sectionsOf(submission.kind),
    };
    const own = reviewerBlockers(actor, delivery).filter(({ code }) => code === 'own-department');
    if (own.length > 0) throw new ApplicationError('forbidden', 'own-department', reviewsWords.mayNotReview, own);
    const reviewer = review.reviewerId ? await manager.findOneBy(User, { id: review.reviewerId }) : null;
    return { review, submission, delivery, reviewerName: reviewer?.name ?? null };
  }

  async detail(actor: Actor, id: string): Promise<ReviewDetail> {
    const head = await this.head(actor, id);
    const { review, submission } = head;
    const { manager } = this.dataSource;
    const version = await this.deliveries.version(submission, review.versionNumber);
    if (!version) throw ApplicationError.notFound(reviewsWords.aDelivery);
    return {
      ...head,
      version,
      checks: await manager.findBy(ReviewCheck, { reviewId: id }),
      before: await this.deliveries.before(submission, review.versionNumber),
      lastPeriod: await this.deliveries.lastPeriod(submission),
      standing: submission.missionId ? await this.judgements.standingOfMission(submission.missionId) : null,
      history: await manager.find(SubmissionEvent, {
        where: { submissionId: submission.id, action: In(REVIEWED_MOVES) },
        order: { sequence: 'ASC' },
      }),
    };
  }
}
