import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { textBlockers } from '#domain/reviews/review-questions.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleById } from '#features/access/people-to-tell.js';
import { User } from '#features/access/user.entity.js';
import { REVIEW_HANDED_ON, REVIEW_TAKEN_ON } from '#features/notifications/texts/reviews.texts.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type HeldReview, HeldReviews } from './held-reviews.js';
import { ReviewPost } from './review-post.js';
import { reviewsWords } from './reviews.words.js';

/** To whom, why, and as of which change. */
export interface AskedHandOn {
  /** Id of the receiver. */
  to: string;
  reason: string;
  rowVersion: number;
}

/** A review changes hands without going through the queue: by its holder, or by a member of the council where the holder cannot. */
@Injectable()
export class ReviewHandOnService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly held: HeldReviews,
    private readonly post: ReviewPost,
  ) {}

  /** @returns the receiver's name. @throws ApplicationError 403 for whoever neither holds it nor is a member, 409 when it has moved on, 422 where the receiver is barred or no reason is given. */
  async handOn(actor: Actor, id: string, { to, reason, rowVersion }: AskedHandOn): Promise<string> {
    requirePermission(actor, 'review.hand-on');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_HANDED_ON', subject: `review:${id}` }, async (tx) => {
      const held = await this.held.hold(tx, id);
      await this.requireMover(actor, held);
      await this.held.requireCurrent(tx, actor, held, 'hand-on', rowVersion);
      const { review } = held;
      const from = review.reviewerId;
      const receiver = await tx.manager.findOneBy(User, { id: to });
      const blockers = [
        ...(await this.receiverBlockers(tx.manager, receiver, held)),
        ...textBlockers(reason, 'reason', reviewsWords.handOn.reasonMissing, reviewsWords.handOn.reasonName),
      ];
      if (blockers.length > 0 || !receiver) throw ApplicationError.invalid(blockers, reviewsWords.handOn.notDone);
      const text = reason.trim();
      // The line first: the database lets a claimed review change hands only beside its reason.
      await this.held.record(tx, review, 'hand-on', actor, { from, to: receiver, reason: text });
      await this.held.save(tx, review, { reviewerId: receiver.id, claimedAt: tx.now, lastActiveAt: tx.now, lastReminder: null });
      await this.post.tellCouncil(tx, review, [receiver], REVIEW_HANDED_ON, { by: actor.name, reason: text, dueOn: review.dueOn });
      const before = (await peopleById(tx, [from])).filter((person) => person.id !== actor.id);
      await this.post.tellCouncil(tx, review, before, REVIEW_TAKEN_ON, { by: actor.name, to: receiver.name, reason: text });
      tx.describe({ from, to: receiver.id });
      return receiver.name;
    });
  }

  /** Reviewers who could take it: neither its holder nor barred by anything. By name. */
  async receivers(actor: Actor, id: string): Promise<User[]> {
    requirePermission(actor, 'review.hand-on');
    return this.unitOfWork.reader.transaction(async (manager) => {
      const held = await this.held.hold({ manager }, id);
      const reviewers = await manager
        .createQueryBuilder(User, 'person')
        .where(`'reviewer' = ANY(person.roles) AND person.disabledAt IS NULL AND person.id IS DISTINCT FROM :holder`, { holder: held.review.reviewerId })
        .orderBy('person.name')
        .getMany();
      const free: User[] = [];
      for (const reviewer of reviewers) if ((await this.held.against(manager, reviewer, held)).length === 0) free.push(reviewer);
      return free;
    });
  }

  private async requireMover(actor: Actor, { review, submission }: HeldReview): Promise<void> {
    const member = actor.roles.some((role) => role === 'council-member' || role === 'council-chair');
    const distant = ![actor.organisationId, actor.homeOrganisationId].includes(submission.organisationId);
    if (review.reviewerId === actor.id || (member && distant)) return;
    if (review.status === 'claimed') throw ApplicationError.forbidden(reviewsWords.handOn.notYours, 'not-holder');
  }

  private async receiverBlockers(manager: EntityManager, receiver: User | null, held: HeldReview): Promise<Refusal[]> {
    const words = reviewsWords.handOn;
    if (!receiver || receiver.disabledAt) return [{ code: 'receiver-missing', message: words.receiverMissing, field: 'to' }];
    if (receiver.id === held.review.reviewerId) return [{ code: 'receiver-holds', message: words.receiverHolds(receiver.name), field: 'to' }];
    const against = await this.held.against(manager, receiver, held);
    return against.map(({ code }) => ({ code, message: words.receiverBarred(receiver.name), field: 'to' }));
  }
}
