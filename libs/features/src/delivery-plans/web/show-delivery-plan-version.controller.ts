import { Controller, Get, Param, ParseIntPipe, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { deliveredVersion, versionPage, type VersionPage } from '#features/submissions/version.presenter.js';
import { answerRows } from '../delivery-plan-answers.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';

/** One delivered version, word for word, and what changed since the one before. */
@Controller()
export class ShowDeliveryPlanVersionController {
  constructor(private readonly submissions: SubmissionsQueries) {}

  @Get(deliveryPlansPaths.version(':id', ':number'))
  @Access('submission.read', 'DELIVERY_PLAN_READ')
  @Render('submissions/views/version.njk')
  async show(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('number', new ParseIntPipe({ errorHttpStatusCode: 404 })) number: number,
  ): Promise<VersionPage> {
    const dossier = await this.submissions.dossier(actor, 'delivery-plan', id);
    return versionPage(dossier, deliveredVersion(dossier, number), { rows: answerRows, shown: answerRows });
  }
}
