import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { type DeliveryPlanPage, deliveryPlanPage } from './show-delivery-plan.presenter.js';

/** The overview of a plan. */
@Controller()
export class ShowDeliveryPlanController {
  constructor(private readonly submissions: SubmissionsQueries) {}

  @Get(deliveryPlansPaths.show(':id'))
  @Access('submission.read', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/show.njk')
  async show(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<DeliveryPlanPage> {
    return deliveryPlanPage(await this.submissions.dossier(actor, 'delivery-plan', id));
  }
}
