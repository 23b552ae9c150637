import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { type Delivery, reviewerBlockers } from '#domain/reviews/review-blockers.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { Attachment } from '#features/attachments/attachment.entity.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { authorsSql, DeliveriesQueries, type DeliveredVersion, type EarlierDelivery } from './deliveries.queries.js';
import { ReviewCheck } from './review-check.entity.js';
import { Review } from './review.entity.js';
import { ReviewEvent, type ReviewEventAction } from './review-event.entity.js';
import { type ReviewNote } from './review-note.entity.js';
import { ReviewQuestion } from './review-question.entity.js';
import { ReviewerBars } from './reviewer-bars.js';
import { reviewsWords } from './reviews.words.js';

/** The moves that the council follows; what a department does between deliveries is its own. */
const REVIEWED_MOVES: SubmissionEvent['action'][] = [
  'open', 'submit', 'withdraw', 'start-review', 'hand-back', 'request-changes', 'accept', 'publish-unresolved', 'close-unresolved', 'close-window', 'mark-overdue',
  'extend', 'change-lead', 'clear', 'ask', 'answer',
];

/** A review with what every page of it needs. */
export interface ReviewHead {
  review: Review;
  /** With its organisation, mission and framework. */
  submission: Submission;
  /** What the rules look at. */
  delivery: Delivery;
  reviewerName: string | null;
  secondName: string | null;
  /** Who handed it on to its holder; null where they took it themselves. */
  handedOnBy: string | null;
  /** What bars this reader beside department and authorship. */
  bars: Refusal[];
  /** Of this delivery, oldest first. */
  questions: ReviewQuestion[];
  /** ISO date. */
  today: string;
}

/** The delivery beside the one for the period before: its accepted version where there is one. */
export interface ComparedDeliveries extends ReviewHead {
  version: DeliveredVersion;
  /** The delivery before this one of the same submission. */
  before: EarlierDelivery | null;
  lastPeriod: EarlierDelivery | null;
}

/** All that a reviewer reads before deciding. */
export interface ReviewDetail extends ComparedDeliveries {
  checks: ReviewCheck[];
  /** The files that the delivery names, as they are now. */
  files: Attachment[];
  /** The figures' verdicts as they stand now; null for a plan. */
  standing: MissionStanding | null;
  /** Oldest first. */
  history: SubmissionEvent[];
  /** What happened inside the council, oldest first, of every review of this submission. */
  inside: Pick<ReviewEvent, 'action' | 'actorName' | 'toName' | 'reason' | 'at'>[];
  /** Notes to the file, newest first; null where the reader is on secondment from the department. */
  notes: Pick<ReviewNote, 'text' | 'authorName' | 'at'>[] | null;
}

@Injectable()
export class ReviewDetailQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly delivered: DeliveriesQueries,
    private readonly judgements: JudgementsQueries,
    private readonly bars: ReviewerBars,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError 404, or 403 for people of the submitting department: the council's notes are not theirs to read. */
  async head(actor: Actor, id: string): Promise<ReviewHead> {
    requirePermission(actor, 'review.list');
    const { manager } = this.dataSource;
    const { entities, raw } = await manager
      .createQueryBuilder(Review, 'review')
      .innerJoinAndSelect('review.submission', 'submission')
      .innerJoinAndSelect('submission.organisation', 'organisation')
      .innerJoinAndSelect('submission.framework', 'framework')
      .leftJoinAndSelect('submission.mission', 'mission')
      .addSelect((names) => names.select('u.name').from(User, 'u').where('u.id = review.reviewerId'), 'reviewer_name')
      .addSelect((names) => names.select('u.name').from(User, 'u').where('u.id = review.secondReviewerId'), 'second_name')
      .addSelect(
        (events) =>
          events
            .select('e.actorName')
            .from(ReviewEvent, 'e')
            .where(`e.reviewId = review.id AND e.action = 'hand-on' AND e.toId = review.reviewerId AND e.at = review.claimedAt`)
            .limit(1),
        'handed_on_by',
      )
      .addSelect(`CAST(ARRAY(${authorsSql('review.submission_id')}) AS text[])`, 'authors')
      .leftJoinAndMapMany('review.questions', ReviewQuestion, 'question', 'question.reviewId = review.id')
      .where('review.id = :id', { id })
      .orderBy('question.askedAt', 'ASC')
      .addOrderBy('question.id', 'ASC')
      .getRawAndEntities<{ reviewer_name: string | null; second_name: string | null; handed_on_by: string | null; authors: string[] }>();
    const [review] = entities;
    if (!review) throw ApplicationError.notFound(reviewsWords.aReview);
    const { submission } = review;
    const delivery = {
      organisationId: submission.organisationId,
      authors: raw[0]?.authors ?? [],
      sections: sectionsOf(submission.kind),
    };
    const own = reviewerBlockers(actor, delivery).filter(({ code }) => code === 'own-department');
    if (own.length > 0) throw new ApplicationError('forbidden', 'own-department', reviewsWords.mayNotReview, own);
    return {
      review,
      submission,
      delivery,
      reviewerName: raw[0]?.reviewer_name ?? null,
      secondName: raw[0]?.second_name ?? null,
      handedOnBy: raw[0]?.handed_on_by ?? null,
      bars: await this.bars.against(manager, actor.id, submission),
      questions: (review as Review & { questions: ReviewQuestion[] }).questions,
      today: this.clock.today(),
    };
  }

  async deliveries(actor: Actor, id: string): Promise<ComparedDeliveries> {
    const head = await this.head(actor, id);
    const { review, submission } = head;
    const found = await this.delivered.compared(submission, review.versionNumber);
    if (!found) throw ApplicationError.notFound(reviewsWords.aDelivery);
    return { ...head, ...found };
  }

  async detail(actor: Actor, id: string): Promise<ReviewDetail> {
    const compared = await this.deliveries(actor, id);
    const { submission, version } = compared;
    const { manager } = this.dataSource;
    const named = version.delivered.content.attachments;
    return {
      ...compared,
      checks: await manager.findBy(ReviewCheck, { reviewId: id }),
      files: named.length > 0 ? await manager.findBy(Attachment, { id: In(named.map((file) => file.id)) }) : [],
      standing: submission.missionId ? await this.judgements.standingOfMission(submission.missionId) : null,
      history: await manager.find(SubmissionEvent, {
        where: { submissionId: submission.id, action: In(REVIEWED_MOVES) },
        order: { sequence: 'ASC' },
      }),
      ...(await this.insideOf(submission.id, actor.homeOrganisationId === submission.organisationId)),
    };
  }

  /**
   * What the council did and noted, of every review of the submission; both in one statement.
   * @param lent the reader is on secondment from the department, which never sees the notes
   */
  private async insideOf(submissionId: string, lent: boolean): Promise<Pick<ReviewDetail, 'inside' | 'notes'>> {
    const rows: { action: ReviewEventAction | null; name: string; to_name: string | null; text: string; at: Date }[] = await this.dataSource.query(
      `SELECT e.action, e.actor_name AS name, e.to_name, e.reason AS text, e.at, e.sequence FROM review_events e JOIN reviews r ON r.id = e.review_id WHERE r.submission_id = $1
       UNION ALL
       SELECT NULL, n.author_name, NULL, n.text, n.at, NULL FROM review_notes n WHERE n.submission_id = $1
       ORDER BY at, sequence`,
      [submissionId],
    );
    return {
      inside: rows.flatMap(({ action, name, to_name: toName, text, at }) => (action ? [{ action, actorName: name, toName, reason: text, at }] : [])),
      notes: lent ? null : rows.flatMap(({ action, name, text, at }) => (action ? [] : [{ text, authorName: name, at }])).reverse(),
    };
  }
}
