import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { type QuestionToAnswer, ReviewQuestionsQueries } from '#features/reviews/review-questions.queries.js';
import { reviewsWords } from '#features/reviews/reviews.words.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type QuestionState, questionState } from './draft-questions.js';
import { type DraftLine, draftLine, type DraftState, draftState } from './draft-state.js';

/** What a department's own system reads of its returns and plans. */
@Injectable()
export class DraftsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly submissions: SubmissionsQueries,
    private readonly asked: ReviewQuestionsQueries,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** What the actor's department owes and has delivered, by due date. */
  async mine(actor: Actor): Promise<DraftLine[]> {
    const found = await this.submissions.ofDepartment(actor);
    return found.map((submission) => draftLine(submission, this.clock.today(), this.settings.baseUrl));
  }

  /** @throws ApplicationError 404 for an unknown reference, 403 for another department's */
  async byReference(actor: Actor, reference: string): Promise<Submission> {
    requirePermission(actor, 'submission.read');
    const submission = await this.dataSource.getRepository(Submission).findOneBy({ reference });
    if (!submission) throw ApplicationError.notFound(`The return or plan ${reference}`);
    requireOwnDepartment(actor, submission);
    return submission;
  }

  /** @throws ApplicationError 404, 403 */
  async state(actor: Actor, reference: string): Promise<DraftState> {
    const { kind, id } = await this.byReference(actor, reference);
    const dossier = await this.submissions.dossier(actor, kind, id);
    const asked = dossier.submission.deliveredVersions > 0 ? await this.asked.on(id) : [];
    return draftState(dossier, asked.map((question) => questionState(question, kind, dossier.today)), this.settings.baseUrl);
  }

  /** The council's questions on it, newest first. @throws ApplicationError 404, 403 */
  async questions(actor: Actor, reference: string): Promise<QuestionState[]> {
    const { kind, id } = await this.byReference(actor, reference);
    return (await this.asked.on(id)).map((question) => questionState(question, kind, this.clock.today()));
  }

  /** One of them. @throws ApplicationError 404 where it is none of these, 403 */
  async question(actor: Actor, reference: string, id: string): Promise<QuestionToAnswer & { kind: SubmissionKind }> {
    const submission = await this.byReference(actor, reference);
    const asked = (await this.asked.on(submission.id)).find(({ question }) => question.id === id);
    if (!asked) throw ApplicationError.notFound(reviewsWords.question.aQuestion);
    return { ...asked, kind: submission.kind };
  }
}
