import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { absenceFaults, type AbsenceScope } from '#domain/reviewers/absence.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleById, peopleWithRoles } from '#features/access/people-to-tell.js';
import { User } from '#features/access/user.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { REVIEWS_OF_ABSENT_RETURNED } from '#features/notifications/texts/reviewers.texts.js';
import { reviewsPaths } from '#features/reviews/reviews.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { AbsencesQueries, requireSteward } from './absences.queries.js';
import { ReviewReturns, WAYMARK } from './review-returns.js';
import { ReviewerAbsence } from './reviewer-absence.entity.js';
import { reviewersWords } from './reviewers.words.js';

/** Leave as its form was filled in. Dates: ISO, '' where empty, undefined where it is none. */
export interface EnteredAbsence {
  from: string | undefined;
  to: string | undefined;
  scope: AbsenceScope;
}

/** Leave: entered, taken back, and what happens on its first day where nobody has seen to the reviews. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: AbsencesQueries,
    private readonly returns: ReviewReturns,
    private readonly notices: Notices,
  ) {}

  /** @throws ApplicationError 422 with every fault by field. */
  async record(actor: Actor, { from, to, scope }: EnteredAbsence): Promise<ReviewerAbsence> {
    requirePermission(actor, 'absence.record');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'LEAVE_ENTERED', subject: `user:${actor.id}` }, async (tx) => {
      const absences = tx.repository(ReviewerAbsence);
      // One after the other for one person: two forms at once do not overlap.
      await tx.manager.findOne(User, { where: { id: actor.id }, lock: { mode: 'pessimistic_write' } });
      const others = await absences.findBy({ reviewerId: actor.id, cancelledAt: IsNull() });
      const faults = absenceFaults({ from, to }, others, londonDate(tx.now));
      if (faults.length > 0 || !from || !to) throw ApplicationError.invalid(faults);
      const absence = await absences.save({ reviewerId: actor.id, from, to, scope, enteredAt: tx.now, cancelledAt: null, spreadAt: null, returnedAt: null });
      tx.describe({ from, to, scope }, `leave:${absence.id}`);
      return absence as ReviewerAbsence;
    });
  }

  async cancel(actor: Actor, id: string, rowVersion: number): Promise<void> {
    requirePermission(actor, 'absence.record');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'LEAVE_TAKEN_BACK', subject: `leave:${id}` }, async (tx) => {
      const absence = await takeAbsence(tx, actor, id, rowVersion);
      await tx.repository(ReviewerAbsence).save(Object.assign(absence, { cancelledAt: tx.now }));
    });
  }

  /** What was not handed on goes back to the queue when the leave has begun, once a leave. @returns how many leaves were seen to. */
  async returnDue(now: Date): Promise<number> {
    const today = londonDate(now);
    const isDue = { from: LessThanOrEqual(today), to: MoreThanOrEqual(today), cancelledAt: IsNull(), spreadAt: IsNull(), returnedAt: IsNull() };
    const due = await this.unitOfWork.reader.find(ReviewerAbsence, { where: isDue, order: { from: 'ASC', id: 'ASC' } });
    const turns = new EachInTurn();
    await turns.run(due, ({ id }) => `leave:${id}`, ({ id }) =>
      this.unitOfWork.run({ actor: auditName(WAYMARK), event: 'LEAVE_BEGAN', subject: `leave:${id}` }, async (tx) => {
        const absence = await tx.manager.findOne(ReviewerAbsence, { where: { id, ...isDue }, lock: { mode: 'pessimistic_write' } });
        if (!absence) return 0;
        const references = await this.returnAll(tx, absence);
        await tx.repository(ReviewerAbsence).save(Object.assign(absence, { returnedAt: tx.now }));
        await this.tell(tx, absence, references);
        tx.describe({ returned: references });
        return 1;
      }),
    );
    return turns.finish();
  }

  private async returnAll(tx: Transaction, absence: ReviewerAbsence): Promise<string[]> {
    const reason = `${reviewersWords.absences.states.returned}: ${longDate(absence.from)} to ${longDate(absence.to)}`;
    const held = await this.queries.heldIn(absence, tx.manager);
    const references: string[] = [];
    // In the order of their ids: whoever else locks several of them waits instead of locking this out.
    for (const { id } of [...held].sort((left, right) => (left.id < right.id ? -1 : 1))) {
      const reference = await this.returns.returnInTransaction(tx, id, { holder: absence.reviewerId, by: WAYMARK, reason });
      if (reference) references.push(reference);
    }
    return references.sort();
  }

  private async tell(tx: Transaction, { id, reviewerId, from, to }: ReviewerAbsence, references: string[]): Promise<void> {
    if (references.length === 0) return;
    const [reviewer] = await peopleById(tx, [reviewerId]);
    const people = [...(reviewer ? [reviewer] : []), ...(await peopleWithRoles(tx, ['council-chair']))];
    const name = reviewer?.name ?? (await tx.manager.findOneBy(User, { id: reviewerId }))?.name ?? '';
    await this.notices.tell(tx, REVIEWS_OF_ABSENT_RETURNED, { people }, { name, from, to, references }, { about: `leave:${id}`, path: reviewsPaths.list });
  }
}

/** Locks leave that somebody is about to change. @throws ApplicationError 403, 404, or 409 when it has moved on. */
export async function takeAbsence(tx: Transaction, actor: Actor, id: string, rowVersion: number): Promise<ReviewerAbsence> {
  const words = reviewersWords.absences;
  const absence = await tx.manager.findOne(ReviewerAbsence, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!absence) throw ApplicationError.notFound(words.anAbsence);
  requireSteward(actor, absence);
  if (absence.cancelledAt) throw ApplicationError.conflict(words.isCancelled);
  if (absence.to < londonDate(tx.now)) throw ApplicationError.conflict(words.isOver);
  if (absence.rowVersion !== rowVersion) throw ApplicationError.conflict(words.changed);
  return absence;
}
