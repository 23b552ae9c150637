import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { PlanDependenciesQueries } from '../plan-dependencies.queries.js';
import { type DeliveryPlanPage, deliveryPlanPage } from './show-delivery-plan.presenter.js';

/** The overview of a plan: task list while it is written, answers afterwards. */
@Controller()
export class ShowDeliveryPlanController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly dependencies: PlanDependenciesQueries,
  ) {}

  @Get(deliveryPlansPaths.show(':id'))
  @Access('submission.read', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/show.njk')
  async show(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<DeliveryPlanPage> {
    const dossier = await this.submissions.dossier(actor, 'delivery-plan', id);
    return deliveryPlanPage(dossier, { last: dossier.content.sinceLastYear !== null, asked: await this.dependencies.ofPlan(id, dossier.content) });
  }
}
