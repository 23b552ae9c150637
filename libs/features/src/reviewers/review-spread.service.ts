import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { proposeSpread, type SpreadCandidate, type SpreadProposal } from '#domain/reviewers/review-spread.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleById } from '#features/access/people-to-tell.js';
import { Notices } from '#features/notifications/notices.service.js';
import { REVIEW_OF_ABSENT_QUEUED } from '#features/notifications/texts/reviewers.texts.js';
import { ReviewHandOnService } from '#features/reviews/review-hand-on.service.js';
import { reviewsPaths } from '#features/reviews/reviews.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { AbsencesQueries, type ReviewHeldByAbsent } from './absences.queries.js';
import { takeAbsence } from './absences.service.js';
import { ReviewReturns } from './review-returns.js';
import { ReviewerAbsence } from './reviewer-absence.entity.js';
import { reviewersWords } from './reviewers.words.js';

const words = reviewersWords.absences;

/** Who takes what, before anybody has confirmed it. */
export interface SpreadPlan {
  absence: ReviewerAbsence;
  reviews: ReviewHeldByAbsent[];
  candidates: SpreadCandidate[];
  proposals: SpreadProposal[];
}

/** One choice of the page: `to` is a reviewer's id, or '' for the queue. */
export interface SpreadChoice {
  reviewId: string;
  to: string;
  rowVersion: number;
}

export interface SpreadResult {
  reference: string;
  /** Who has it now; null where it is in the queue or stayed. */
  takenBy: string | null;
  /** Why it was left where it was; null where it was not. */
  leftBecause: string | null;
}

/** Hands the reviews of somebody on leave on to others: proposed by least load, confirmed by a person. */
@Injectable()
export class ReviewSpreadService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly absences: AbsencesQueries,
    private readonly handOns: ReviewHandOnService,
    private readonly returns: ReviewReturns,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError 403, 404, or 409 where nothing is left to hand on. */
  async plan(actor: Actor, id: string): Promise<SpreadPlan> {
    requirePermission(actor, 'review.spread');
    const absence = await this.absences.one(actor, id);
    if (absence.cancelledAt) throw ApplicationError.conflict(words.isCancelled);
    if (absence.spreadAt) throw ApplicationError.conflict(words.isSpread);
    if (absence.returnedAt) throw ApplicationError.conflict(words.isReturned);
    const reviews = await this.absences.heldIn(absence);
    const claimed = reviews.filter(({ status }) => status === 'claimed');
    const candidates = await this.candidates(absence, claimed.map(({ id: reviewId }) => reviewId));
    return { absence, reviews, candidates, proposals: proposeSpread(claimed, candidates, this.clock.today()) };
  }

  /** Each review in a transaction of its own: one that has moved on meanwhile keeps no other back. @returns what became of each. */
  async confirm(actor: Actor, id: string, { choices, rowVersion }: { choices: readonly SpreadChoice[]; rowVersion: number }): Promise<SpreadResult[]> {
    const { absence, reviews, candidates } = await this.plan(actor, id);
    if (absence.rowVersion !== rowVersion) throw ApplicationError.conflict(words.changed);
    const claimed = reviews.filter(({ status }) => status === 'claimed');
    const chosen = new Map(choices.map((choice) => [choice.reviewId, choice]));
    const faults = claimed.flatMap((review) => {
      const to = chosen.get(review.id)?.to;
      const known = to === '' || candidates.some((candidate) => candidate.id === to && !candidate.barredFrom.has(review.id));
      return known ? [] : [{ code: 'taker-unknown', message: words.spread.unknown(review.reference), field: `to.${review.id}` }];
    });
    if (faults.length > 0) throw ApplicationError.invalid(faults);
    const results: SpreadResult[] = [];
    for (const review of claimed) {
      const choice = chosen.get(review.id);
      if (choice) results.push(await this.give(actor, { absence, review, choice, name: candidates.find(({ id: taker }) => taker === choice.to)?.name ?? null }));
    }
    await this.mark(actor, absence);
    return results;
  }

  private async give(actor: Actor, given: { absence: ReviewerAbsence; review: ReviewHeldByAbsent; choice: SpreadChoice; name: string | null }): Promise<SpreadResult> {
    const { absence, review, choice, name } = given;
    const { reference } = review;
    const reason = words.spread.reason(absence.reviewer.name, longDate(absence.from), longDate(absence.to));
    try {
      if (choice.to !== '') await this.handOns.handOn(actor, review.id, { to: choice.to, reason, rowVersion: choice.rowVersion });
      else await this.queue(actor, review, absence, reason);
      return { reference, takenBy: name, leftBecause: null };
    } catch (error) {
      if (!(error instanceof ApplicationError)) throw error;
      return { reference, takenBy: null, leftBecause: error.reasons[0]?.message ?? error.message };
    }
  }

  private async queue(actor: Actor, { id, reference }: ReviewHeldByAbsent, { reviewerId, reviewer }: ReviewerAbsence, reason: string): Promise<void> {
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_RETURNED', subject: `review:${id}` }, async (tx) => {
      const returned = await this.returns.returnInTransaction(tx, id, { holder: reviewerId, by: actor, reason });
      if (!returned) throw ApplicationError.conflict(words.changed);
      const people = actor.id === reviewerId ? [] : await peopleById(tx, [reviewerId]);
      await this.notices.tell(tx, REVIEW_OF_ABSENT_QUEUED, { people }, { name: reviewer.name, reference, by: actor.name }, { about: `review:${id}`, path: reviewsPaths.list });
    });
  }

  /** Seen to, unless something that falls into the leave is still held: that goes back to the queue on the first day. */
  private async mark(actor: Actor, { id }: ReviewerAbsence): Promise<void> {
    await this.unitOfWork.run({ actor: auditName(actor), event: 'LEAVE_REVIEWS_SPREAD', subject: `leave:${id}` }, async (tx) => {
      const current = await tx.manager.findOneByOrFail(ReviewerAbsence, { id });
      const absence = await takeAbsence(tx, actor, id, current.rowVersion);
      const left = (await this.absences.heldIn(absence, tx.manager)).filter(({ status }) => status === 'claimed');
      if (left.length === 0) await tx.repository(ReviewerAbsence).save(Object.assign(absence, { spreadAt: tx.now }));
      tx.describe({ left: left.length });
    });
  }

  /** Every other reviewer with load, leave and what bars them, by name. */
  private async candidates({ reviewerId }: ReviewerAbsence, reviewIds: string[]): Promise<SpreadCandidate[]> {
    const manager = this.unitOfWork.reader;
    const today = this.clock.today();
    const people: { id: string; name: string; load: number }[] = await manager.query(
      `SELECT u.id, u.name, (SELECT count(*)::int FROM reviews r WHERE r.reviewer_id = u.id AND r.status IN ('claimed', 'proposed')) AS load
         FROM users u WHERE 'reviewer' = ANY (u.roles) AND u.disabled_at IS NULL AND u.id <> $1 ORDER BY u.name, u.id`,
      [reviewerId],
    );
    const ids = people.map(({ id }) => id);
    const away = await manager.findBy(ReviewerAbsence, { reviewerId: In(ids), cancelledAt: IsNull(), to: MoreThanOrEqual(today) });
    const barred: { review: string; person: string }[] = await manager.query(
      `SELECT r.id AS review, u.id AS person FROM reviews r CROSS JOIN users u
        WHERE r.id = ANY ($1) AND u.id = ANY ($2)
          AND (reviewer_is_barred(u.id, r.submission_id) IS NOT NULL OR reviewer_has_interest(u.id, r.submission_id, $3))`,
      [reviewIds, ids, today],
    );
    return people.map((person) => ({
      ...person,
      away: away.filter(({ reviewerId: who }) => who === person.id),
      barredFrom: new Set(barred.flatMap(({ review, person: who }) => (who === person.id ? [review] : []))),
    }));
  }
}
