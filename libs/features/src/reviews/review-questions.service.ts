import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { isOpenQuestion, QUESTION_WORKING_DAYS, textBlockers } from '#domain/reviews/review-questions.js';
import { isOpenReview } from '#domain/reviews/review-status.js';
import { type SubmissionFact } from '#domain/submissions/submission-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleById } from '#features/access/people-to-tell.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { QUESTION_ANSWERED, QUESTION_ASKED, QUESTION_OVERDUE, QUESTION_WITHDRAWN } from '#features/notifications/texts/reviews.texts.js';
import { SubmissionEvents } from '#features/submissions/submission-events.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type HeldReview, HeldReviews } from './held-reviews.js';
import { ReviewPost, titledReasons } from './review-post.js';
import { ReviewQuestion } from './review-question.entity.js';
import { questionPath } from './reviews.paths.js';
import { reviewsWords } from './reviews.words.js';

/** What is asked, about a section or the whole. */
export interface NewQuestion {
  /** A section's key; '' or null for the whole. */
  section: string | null;
  text: string;
  rowVersion: number;
}

const words = reviewsWords.question;

/**
 * Questions of the reviewer to the department: each has a short clock of its own, and none resets the sign-off, changes the
 * version or stops the review's own clock.
 */
@Injectable()
export class ReviewQuestionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly held: HeldReviews,
    private readonly calendars: WorkingCalendars,
    private readonly post: ReviewPost,
    private readonly events: SubmissionEvents,
  ) {}

  /** @throws ApplicationError 403 for whoever may not review it, 409 for whoever does not hold it any more, 422 with reasons by field. */
  async ask(actor: Actor, reviewId: string, asked: NewQuestion): Promise<ReviewQuestion> {
    requirePermission(actor, 'review.decide');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_QUESTION_ASKED', subject: `review:${reviewId}` }, async (tx) => {
      const held = await this.held.hold(tx, reviewId);
      await this.held.requireReviewer(tx, actor, held);
      // Whoever may ask is whoever could hand it back: its holder, while it is claimed.
      await this.held.requireCurrent(tx, actor, held, 'hand-back', asked.rowVersion);
      const section = asked.section === '' ? null : asked.section;
      const blockers = textBlockers(asked.text, 'text', words.textMissing, words.textName);
      if (section !== null && !held.delivery.sections.some(({ key }) => key === section)) blockers.push({ code: 'unknown-section', message: words.sectionUnknown, field: 'section' });
      if (blockers.length > 0) throw ApplicationError.invalid(blockers, words.notAsked);
      const calendar = await this.calendars.of('england', tx.manager);
      const text = asked.text.trim();
      const question = await tx.repository(ReviewQuestion).save({
        reviewId,
        submissionId: held.submission.id,
        versionNumber: held.review.versionNumber,
        section,
        text,
        askedBy: actor.id,
        askedByName: actor.name,
        askedAt: tx.now,
        dueOn: calendar.after(londonDate(tx.now), QUESTION_WORKING_DAYS),
        ...UNANSWERED,
      });
      await this.held.touch(tx, reviewId);
      await this.recordFact(tx, held, 'ask', actor, { section, text });
      await this.post.tellDepartment(tx, held.submission.id, QUESTION_ASKED, { section: sectionTitle(held, section), text, dueOn: question.dueOn }, this.pathOf(held, question.id));
      tx.describe({ question: question.id, section, dueOn: question.dueOn });
      return question as ReviewQuestion;
    });
  }

  /** By the holder, with the reason, which the department reads. */
  async withdraw(actor: Actor, reviewId: string, id: string, { reason, rowVersion }: { reason: string; rowVersion: number }): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_QUESTION_WITHDRAWN', subject: `review:${reviewId}` }, async (tx) => {
      const held = await this.held.hold(tx, reviewId);
      const question = await this.openQuestion(tx, id, rowVersion);
      if (question.reviewId !== reviewId) throw ApplicationError.notFound(words.aQuestion);
      await this.held.requireReviewer(tx, actor, held);
      await this.held.requireCurrent(tx, actor, held, 'hand-back', held.review.rowVersion);
      const blockers = textBlockers(reason, 'reason', words.reasonMissing, words.reasonName);
      if (blockers.length > 0) throw ApplicationError.invalid(blockers, words.notWithdrawn);
      const text = reason.trim();
      await tx.repository(ReviewQuestion).save(Object.assign(question, { withdrawnReason: text, withdrawnAt: tx.now }));
      await this.held.record(tx, held.review, 'withdraw-question', actor, { reason: text });
      await this.held.touch(tx, reviewId);
      const told = { section: sectionTitle(held, question.section), text: question.text, dueOn: question.dueOn, reason: text };
      await this.post.tellDepartment(tx, held.submission.id, QUESTION_WITHDRAWN, told, this.pathOf(held, id));
    });
  }

  /** By an official or SRO of the department, once, late or not, until the review is over. @param after done in the same transaction */
  async answer(
    actor: Actor,
    id: string,
    { answer, rowVersion }: { answer: string; rowVersion: number },
    after?: (tx: Transaction, answered: ReviewQuestion) => Promise<void>,
  ): Promise<ReviewQuestion> {
    requirePermission(actor, 'question.answer');
    const found = await this.unitOfWork.reader.findOneBy(ReviewQuestion, { id });
    if (!found) throw ApplicationError.notFound(words.aQuestion);
    return this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_QUESTION_ANSWERED', subject: `submission:${found.submissionId}` }, async (tx) => {
      const held = await this.held.hold(tx, found.reviewId);
      if (actor.organisationId !== held.submission.organisationId) throw ApplicationError.forbidden(words.notYours);
      const question = await this.openQuestion(tx, id, rowVersion);
      if (!isOpenReview(held.review.status)) throw ApplicationError.conflict(words.reviewOver, `review-${held.review.status}`);
      const blockers = textBlockers(answer, 'answer', words.answerMissing, words.answerName);
      if (blockers.length > 0) throw ApplicationError.invalid(blockers, words.notAnswered);
      const text = answer.trim();
      await tx.repository(ReviewQuestion).save(Object.assign(question, { answer: text, answeredBy: actor.id, answeredByName: actor.name, answeredAt: tx.now }));
      await this.recordFact(tx, held, 'answer', actor, { section: question.section, text });
      // Whoever waited for it has not been idle.
      if (held.review.status === 'claimed') await this.held.touch(tx, held.review.id);
      const told = { section: sectionTitle(held, question.section), text: question.text, dueOn: question.dueOn, by: actor.name, answer: text };
      await this.post.tellCouncil(tx, held.review, await peopleById(tx, [held.review.reviewerId ?? question.askedBy]), QUESTION_ANSWERED, told);
      tx.describe({ question: id });
      await after?.(tx, question);
      return question;
    });
  }

  /** Marks a question whose day has passed, once, and tells both sides. @returns false where it was answered or marked meanwhile. */
  async markOverdueInTransaction(tx: Transaction, { id, reviewId }: { id: string; reviewId: string }): Promise<boolean> {
    const held = await this.held.hold(tx, reviewId);
    const question = await tx.manager.findOne(ReviewQuestion, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!question || !isOpenQuestion(question) || question.overdueAt || !isOpenReview(held.review.status)) return false;
    await tx.repository(ReviewQuestion).save(Object.assign(question, { overdueAt: tx.now }));
    const told = { section: sectionTitle(held, question.section), text: question.text, dueOn: question.dueOn };
    await this.post.tellDepartment(tx, held.submission.id, QUESTION_OVERDUE, told, this.pathOf(held, id));
    await this.post.tellCouncil(tx, held.review, await peopleById(tx, [held.review.reviewerId ?? question.askedBy]), QUESTION_OVERDUE, told);
    return true;
  }

  /** @throws ApplicationError 404, or 409 where it was answered or withdrawn meanwhile. */
  private async openQuestion(tx: Transaction, id: string, rowVersion: number): Promise<ReviewQuestion> {
    const question = await tx.manager.findOne(ReviewQuestion, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!question) throw ApplicationError.notFound(words.aQuestion);
    if (question.answeredAt) throw ApplicationError.conflict(words.answered(question.answeredByName ?? ''), 'question-answered');
    if (question.withdrawnAt) throw ApplicationError.conflict(words.withdrawnAlready, 'question-withdrawn');
    // The mark of being overdue changes the row and nothing that anybody typed.
    if (question.rowVersion !== rowVersion && !question.overdueAt) throw ApplicationError.conflict(words.changed, 'question-changed');
    return question;
  }

  private async recordFact(tx: Transaction, { submission, review }: HeldReview, action: SubmissionFact, actor: Actor, reason: { section: string | null; text: string }): Promise<void> {
    await this.events.record(tx, submission, { action, from: submission.status, actor, versionNumber: review.versionNumber, reasons: [reason] });
  }

  private pathOf({ submission }: HeldReview, id: string): string {
    return questionPath(submission.kind, submission.id, id);
  }
}

const UNANSWERED = {
  overdueAt: null, answer: null, answeredBy: null, answeredByName: null, answeredAt: null, withdrawnReason: null, withdrawnAt: null,
} as const;

function sectionTitle({ submission }: HeldReview, section: string | null): string {
  return titledReasons(submission.kind, [{ section, text: '' }])[0]?.title ?? '';
}
