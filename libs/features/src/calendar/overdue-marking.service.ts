import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, Not } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { isOverdue } from '#domain/submissions/due-date.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { REPORT_OVERDUE } from '#features/notifications/texts/calendar.texts.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { CycleNotices } from './cycle-notices.service.js';
import { countUnlessDone } from './done-elsewhere.js';
import { noteFact } from './submission-fact.js';
import { takeDue } from './take-submission.js';

/** Marks what was not delivered by its due date, from the day after on, once: the mark stays whatever comes later. */
@Injectable()
export class OverdueMarking {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: CycleNotices,
  ) {}

  /** @returns how many it marked. */
  async markDue(now: Date): Promise<number> {
    const today = londonDate(now);
    const late = await this.dataSource
      .getRepository(Submission)
      .find({ select: { id: true }, where: { overdueAt: IsNull(), standingVersion: IsNull(), status: Not('not-owed'), dueOn: LessThan(today), frameworkId: ofOpenFramework() }, order: { dueOn: 'ASC', reference: 'ASC' } });
    const turns = new EachInTurn();
    await turns.run(late, ({ id }) => `submission:${id}`, ({ id }) => countUnlessDone(this.mark(id, today)));
    return turns.finish();
  }

  private async mark(id: string, today: string): Promise<void> {
    const move = { actor: auditName(systemActor('job', 'mark-overdue')), event: 'SUBMISSION_MARKED_OVERDUE', subject: `submission:${id}` };
    await this.unitOfWork.run(move, async (tx) => {
      const submission = await takeDue(tx, id, (row) => row.overdueAt === null && isOverdue(row, today));
      await tx.repository(Submission).update({ id }, { overdueAt: tx.now });
      await noteFact(tx, submission, 'mark-overdue', {});
      const news = { department: submission.organisation.name, closesOn: submission.closesOn !== null && submission.closesOn >= today ? submission.closesOn : null };
      await this.notices.tellDepartment(tx, REPORT_OVERDUE, submission, news);
      await this.notices.tellCouncil(tx, REPORT_OVERDUE, submission, news);
      tx.describe({ reference: submission.reference, dueOn: submission.dueOn });
    });
  }
}
