import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type DeliveryPlanAnswers } from '#domain/delivery-plans/delivery-plan-content.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { leadOn } from '#features/missions/lead-on.js';
import { Mission } from '#features/missions/mission.entity.js';
import { type OpeningReport, type ReportingCycle, requireCycle } from '#features/submissions/reporting-cycle.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DeliveryPlan } from './delivery-plan.entity.js';

/** A plan as its page showed it. */
export interface OpenedPlan {
  id: string;
  rowVersion: number;
}

@Injectable()
export class DeliveryPlansService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
  ) {}

  /**
   * Opens the year's plan of each department that leads a mission on the due date; what is open already stays as it is.
   * @throws ApplicationError 404 for an unknown framework, 422 for dates in the wrong order.
   */
  async openYear(actor: Actor, year: ReportingCycle): Promise<OpeningReport> {
    requirePermission(actor, 'framework.import');
    requireCycle(year);
    const { frameworkSlug, coversLabel, coversFrom, coversTo, dueOn } = year;
    return this.unitOfWork.run({ actor: auditName(actor), event: 'PLANNING_YEAR_OPENED', subject: `framework:${frameworkSlug}` }, async (tx) => {
      const framework = await tx.repository(Framework).findOneBy({ slug: frameworkSlug });
      if (!framework) throw ApplicationError.notFound(`The framework ${frameworkSlug}`);
      const missions = await tx.repository(Mission).find({ where: { frameworkId: framework.id }, relations: { leads: true }, order: { number: 'ASC' } });
      const led = missions.map((mission) => ({ slug: mission.slug, lead: leadOn(mission, dueOn) }));
      const report: OpeningReport = { opened: 0, existing: 0, withoutLead: led.filter(({ lead }) => !lead).map(({ slug }) => slug) };
      for (const organisationId of new Set(led.flatMap(({ lead }) => lead?.organisationId ?? []))) {
        const submission = await this.submissions.open(tx, {
          kind: 'delivery-plan', frameworkId: framework.id, missionId: null, organisationId, coversLabel, coversFrom, coversTo, dueOn,
        });
        if (submission) await tx.repository(DeliveryPlan).insert({ submissionId: submission.id, contributions: [] });
        report[submission ? 'opened' : 'existing'] += 1;
      }
      tx.describe({ ...report, coversFrom, coversTo, dueOn });
      return report;
    });
  }

  /**
   * Saves the whole one-page plan. Saving what stands already changes nothing.
   * @throws ApplicationError 403 for another department's, 409 when it has changed meanwhile or is not being written.
   */
  async save(actor: Actor, { id, rowVersion }: OpenedPlan, { summary, contributions }: DeliveryPlanAnswers): Promise<Submission> {
    requirePermission(actor, 'submission.edit');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'DELIVERY_PLAN_SAVED', subject: `submission:${id}` }, async (tx) => {
      const submission = await this.submissions.take(tx, actor, { kind: 'delivery-plan', id, rowVersion });
      const plans = tx.repository(DeliveryPlan);
      const plan = await plans.findOneByOrFail({ submissionId: id });
      if (plan.summary === summary && isDeepStrictEqual(plan.contributions, contributions)) return submission;
      const saved = await this.submissions.moveInTransaction(tx, actor, submission, 'save');
      await plans.update({ submissionId: id }, { summary, contributions });
      return saved;
    });
  }
}
