import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type DeliveryPlanAnswers, type DeliveryPlanContent } from '#domain/delivery-plans/delivery-plan-content.js';
import { DELIVERY_PLAN_WORKFLOW } from '#domain/delivery-plans/delivery-plan-workflow.js';
import { requirePermission } from '#features/access/access.guard.js';
import { type OpeningReport, type ReportingCycle, reportOf } from '#features/submissions/reporting-cycle.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DeliveryPlanContents } from './delivery-plan-contents.js';
import { DeliveryPlan } from './delivery-plan.entity.js';
import { PlanOpening } from './plan-opening.service.js';

/** A plan as its page showed it. */
export interface OpenedPlan {
  id: string;
  rowVersion: number;
}

/** What becomes of a draft, worked out inside the transaction that saves it. */
export type PlanChange = (
  content: DeliveryPlanContent,
  within: { tx: Transaction; submission: Submission },
) => Partial<DeliveryPlanAnswers> | Promise<Partial<DeliveryPlanAnswers>>;

@Injectable()
export class DeliveryPlansService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
    private readonly opening: PlanOpening,
    private readonly contents: DeliveryPlanContents,
  ) {}

  /**
   * Opens the year's plan of each department with a part in a mission on the due date; what is open already stays as it is.
   * @throws ApplicationError 404 for an unknown framework, 422 for dates in the wrong order.
   */
  async openYear(actor: Actor, year: ReportingCycle): Promise<OpeningReport> {
    requirePermission(actor, 'framework.import');
    return this.unitOfWork.run(
      { actor: auditName(actor), event: 'PLANNING_YEAR_OPENED', subject: `framework:${year.frameworkSlug}` },
      async (tx) => reportOf(await this.opening.openInTransaction(tx, year)),
    );
  }

  /**
   * Saves some answers of the draft; the others stay. Saving what stands already changes nothing.
   * @throws ApplicationError 403 for another department's, 409 when it has changed meanwhile or is not being written.
   */
  async save(actor: Actor, opened: OpenedPlan, answers: Partial<DeliveryPlanAnswers>): Promise<Submission> {
    return this.change(actor, opened, () => answers);
  }

  /**
   * Changes the draft by what stands in it now, under its lock. What the change throws leaves everything as it was.
   * @throws ApplicationError 403 for another department's, 409 when it has changed meanwhile or is not being written.
   */
  async change(actor: Actor, { id, rowVersion }: OpenedPlan, changeOf: PlanChange): Promise<Submission> {
    requirePermission(actor, 'submission.edit');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'DELIVERY_PLAN_SAVED', subject: `submission:${id}` }, async (tx) => {
      const submission = await this.submissions.take(tx, actor, { kind: 'delivery-plan', id, rowVersion });
      requireWriting(submission);
      const content = await this.contents.contentOf(tx.manager, id);
      const answers = await changeOf(content, { tx, submission });
      const changed = Object.entries(answers).filter(([field, value]) => !isDeepStrictEqual(content[field as keyof DeliveryPlanAnswers], value));
      if (changed.length === 0) return submission;
      const saved = await this.submissions.moveInTransaction(tx, actor, submission, 'save', { fields: changed.map(([field]) => field) });
      await tx.repository(DeliveryPlan).update({ submissionId: id }, Object.fromEntries(changed));
      tx.describe({ fields: changed.map(([field]) => field) });
      return saved;
    });
  }
}

/** That nobody writes now is said before anything about what was typed. @throws ApplicationError 409 */
function requireWriting(submission: Submission): void {
  const isWritten = DELIVERY_PLAN_WORKFLOW.transitions.some(({ from, action }) => from === submission.status && action === 'save');
  if (!isWritten) throw ApplicationError.conflict(submissionsWords.movedOn(submission), `submission-${submission.status}`);
}
