import { IsNull, LessThan } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { londonDate } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { Watches, type Watch } from '#platform/watches/watch.js';
import { ReviewQuestion } from '../review-question.entity.js';
import { ReviewQuestionsService } from '../review-questions.service.js';

const CLOCK = systemActor('job', 'mark-overdue-questions');

/** A question whose day has passed without an answer is marked once, and both sides are told. */
@Watches('mark-overdue-questions')
export class OverdueQuestionsWatch implements Watch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: ReviewQuestionsService,
  ) {}

  async run(now: Date): Promise<number> {
    const due = await this.unitOfWork.reader.find(ReviewQuestion, {
      where: [...(['queued', 'claimed', 'proposed'] as const)].map((status) => ({
        answeredAt: IsNull(), withdrawnAt: IsNull(), overdueAt: IsNull(), dueOn: LessThan(londonDate(now)), review: { status, submission: { frameworkId: ofOpenFramework() } },
      })),
      order: { askedAt: 'ASC', id: 'ASC' },
    });
    const turns = new EachInTurn();
    await turns.run(due, ({ id }) => `question:${id}`, async ({ id, reviewId }) => {
      const done = await this.unitOfWork.run({ actor: auditName(CLOCK), event: 'REVIEW_QUESTION_OVERDUE', subject: `review:${reviewId}` }, (tx) =>
        this.questions.markOverdueInTransaction(tx, { id, reviewId }),
      );
      return done ? 1 : 0;
    });
    return turns.finish();
  }
}
