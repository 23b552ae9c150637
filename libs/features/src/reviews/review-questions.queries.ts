import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { isOpenReview } from '#domain/reviews/review-status.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { ReviewQuestion } from './review-question.entity.js';
import { reviewsWords } from './reviews.words.js';

/** A question with whether its review still goes on; the review itself stays with the council. */
export interface QuestionToAnswer {
  question: ReviewQuestion;
  reviewOpen: boolean;
}

/** What a department reads of the council's questions on one of its submissions. */
export interface DepartmentQuestions {
  /** With its organisation and mission. */
  submission: Submission;
  /** Newest first. */
  questions: QuestionToAnswer[];
}

/** Reads of questions for the department that was asked: the questions, and nothing else of the review. */
@Injectable()
export class ReviewQuestionsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws ApplicationError 404 for an unknown submission or another kind, 403 for another department's. */
  async ofSubmission(actor: Actor, kind: SubmissionKind, submissionId: string): Promise<DepartmentQuestions> {
    requirePermission(actor, 'question.answer');
    const { manager } = this.dataSource;
    const submission = await manager.findOne(Submission, { where: { id: submissionId, kind }, relations: { organisation: true, mission: true } });
    if (!submission) throw ApplicationError.notFound(reviewsWords.question.aQuestion);
    if (submission.organisationId !== actor.organisationId) throw ApplicationError.forbidden(reviewsWords.question.notYours);
    return { submission, questions: await this.on(submissionId) };
  }

  /** Newest first. The caller has shown that the reader is of the department that was asked. */
  async on(submissionId: string): Promise<QuestionToAnswer[]> {
    const rows = await this.dataSource.manager.find(ReviewQuestion, { where: { submissionId }, relations: { review: true }, order: { askedAt: 'DESC', id: 'ASC' } });
    return rows.map((question) => ({ question, reviewOpen: isOpenReview(question.review.status) }));
  }

  /** One of them. @throws ApplicationError 404 where it is none of this submission's. */
  async byId(actor: Actor, kind: SubmissionKind, submissionId: string, id: string): Promise<DepartmentQuestions & { asked: QuestionToAnswer }> {
    const found = await this.ofSubmission(actor, kind, submissionId);
    const asked = found.questions.find(({ question }) => question.id === id);
    if (!asked) throw ApplicationError.notFound(reviewsWords.question.aQuestion);
    return { ...found, asked };
  }
}
