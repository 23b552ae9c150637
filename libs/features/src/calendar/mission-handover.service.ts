import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { DraftLink } from '#features/draft-links/draft-link.entity.js';
import { RETURN_MOVED_AWAY, RETURN_MOVED_HERE } from '#features/notifications/texts/calendar.texts.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { CycleNotices, type NamedSubmission, named } from './cycle-notices.service.js';
import { countUnlessDone, DoneElsewhere } from './done-elsewhere.js';
import { noteFact } from './submission-fact.js';
import { takeDue } from './take-submission.js';

/**
 * Gives the returns that nobody has signed to the department that has taken over their mission, with every word of the draft, the
 * due date and the mark of being late. Whoever has signed something answers for it.
 */
@Injectable()
export class MissionHandover {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: CycleNotices,
  ) {}

  /** @returns how many returns it moved. */
  async moveDue(now: Date): Promise<number> {
    const found: { id: string; lead: string }[] = await this.dataSource.query(LED_BY_ANOTHER, [londonDate(now)]);
    const turns = new EachInTurn();
    await turns.run(found, ({ id }) => `submission:${id}`, (moved) => countUnlessDone(this.move(moved)));
    return turns.finish();
  }

  private async move({ id, lead }: { id: string; lead: string }): Promise<void> {
    const move = { actor: auditName(systemActor('job', 'follow-leads')), event: 'SUBMISSION_MOVED_WITH_MISSION', subject: `submission:${id}` };
    await this.unitOfWork.run(move, async (tx) => {
      const before = await takeDue(tx, id, ({ status, deliveredVersions }) => deliveredVersions === 0 && (status === 'draft' || status === 'awaiting-sign-off'));
      if (before.organisationId === lead) throw new DoneElsewhere();
      await tx.repository(Submission).update({ id }, { organisationId: lead, status: 'draft', signedBy: null });
      await tx.repository(DraftLink).update({ submissionId: id, withdrawnAt: IsNull() }, { withdrawnAt: tx.now });
      const [after] = await named(tx, [id]);
      if (!after) throw new DoneElsewhere();
      await this.tell(tx, before, after);
    });
  }

  private async tell(tx: Transaction, before: NamedSubmission, after: NamedSubmission): Promise<void> {
    const { organisation: from } = before;
    const { organisation: to } = after;
    const led = `${to.name} leads the mission since ${longDate(londonDate(tx.now))}, and no longer ${from.name}. The draft has moved with it.`;
    await noteFact(tx, after, 'change-lead', { reason: before.status === 'draft' ? led : `${led} It was waiting for sign-off and is a draft again.` });
    const news = { from: from.name, to: to.name };
    await this.notices.tellDepartment(tx, RETURN_MOVED_HERE, after, { ...news, overdue: after.overdueAt !== null });
    await this.notices.tellFormerDepartment(tx, RETURN_MOVED_AWAY, before, news);
    tx.describe({ reference: after.reference, from: from.slug, to: to.slug });
  }
}

/** A return that was opened for whoever leads on its due date waits for them: only one whose department leads neither today nor then moves. */
const LED_BY_ANOTHER = `
  SELECT s.id, l.organisation_id AS lead
    FROM submissions s
    JOIN mission_leads l ON l.mission_id = s.mission_id AND l.from_date <= $1::date AND (l.to_date IS NULL OR l.to_date > $1::date)
   WHERE NOT framework_is_closed(s.framework_id) AND s.kind = 'evidence-return' AND s.delivered_versions = 0 AND s.status IN ('draft', 'awaiting-sign-off') AND l.organisation_id <> s.organisation_id
     AND NOT EXISTS (SELECT FROM mission_leads due
                      WHERE due.mission_id = s.mission_id AND due.organisation_id = s.organisation_id AND due.from_date <= greatest(s.due_on, $1::date)
                        AND (due.to_date IS NULL OR due.to_date > greatest(s.due_on, $1::date)))
   ORDER BY s.due_on, s.reference`;
