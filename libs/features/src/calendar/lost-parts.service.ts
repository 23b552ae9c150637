import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { type Actor, auditName, systemActor } from '#domain/access/permissions.js';
import { DraftLink } from '#features/draft-links/draft-link.entity.js';
import { PLAN_NOT_OWED } from '#features/notifications/texts/calendar.texts.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { londonDate } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { calendarWords } from './calendar.words.js';
import { CycleNotices } from './cycle-notices.service.js';
import { countUnlessDone } from './done-elsewhere.js';
import { takeDue } from './take-submission.js';

/** The clock itself, by the name that the history shows. */
const CLOCK: Actor = { ...systemActor('job', 'follow-leads'), name: submissionsWords.theService };

/**
 * Ends what a department owes that has lost its part in every mission of the framework: a plan that nobody has signed, and that was not
 * late before. What was written is kept; with the next part the plan is owed again (`LateOpening`).
 */
@Injectable()
export class LostParts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
    private readonly notices: CycleNotices,
  ) {}

  /** @returns how many plans are owed no longer. */
  async endDue(now: Date): Promise<number> {
    const found: { id: string; framework: string }[] = await this.dataSource.query(WITHOUT_PART, [londonDate(now)]);
    const turns = new EachInTurn();
    await turns.run(found, ({ id }) => `submission:${id}`, (plan) => countUnlessDone(this.end(plan)));
    return turns.finish();
  }

  private async end({ id, framework }: { id: string; framework: string }): Promise<void> {
    await this.unitOfWork.run({ actor: auditName(CLOCK), event: 'DELIVERY_PLAN_NOT_OWED', subject: `submission:${id}` }, async (tx) => {
      const plan = await takeDue(tx, id, isUnsigned);
      const reason = calendarWords.lostPart(plan.organisation.name, framework);
      await this.submissions.moveInTransaction(tx, CLOCK, plan, 'end-owing', { reasons: [{ section: null, text: reason }] });
      await tx.repository(DraftLink).update({ submissionId: id, withdrawnAt: IsNull() }, { withdrawnAt: tx.now });
      await this.notices.tellDepartment(tx, PLAN_NOT_OWED, plan, { reason });
    });
  }
}

function isUnsigned({ status, deliveredVersions, overdueAt }: Submission): boolean {
  return (status === 'draft' || status === 'awaiting-sign-off') && deliveredVersions === 0 && overdueAt === null;
}

/** A department has a part where it leads today or on the day the plan is due, or contributes. */
const WITHOUT_PART = `
  SELECT s.id, f.title AS framework
    FROM submissions s JOIN organisations o ON o.id = s.organisation_id JOIN frameworks f ON f.id = s.framework_id
   WHERE s.kind = 'delivery-plan' AND s.delivered_versions = 0 AND s.status IN ('draft', 'awaiting-sign-off') AND s.overdue_at IS NULL AND f.closed_at IS NULL
     AND NOT EXISTS (SELECT FROM missions m WHERE m.framework_id = s.framework_id AND (o.slug = ANY (m.contributors) OR EXISTS (
           SELECT FROM mission_leads l WHERE l.mission_id = m.id AND l.organisation_id = o.id
              AND (l.from_date <= $1::date AND (l.to_date IS NULL OR l.to_date > $1::date) OR l.from_date <= s.due_on AND (l.to_date IS NULL OR l.to_date > s.due_on)))))
   ORDER BY s.due_on, s.reference`;
