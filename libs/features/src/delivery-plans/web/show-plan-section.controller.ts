import { Controller, Get, Param, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { PlanDependenciesQueries } from '../plan-dependencies.queries.js';
import { requireSection } from './plan-page.presenter.js';
import { type SectionPage, sectionPage } from './show-plan-section.presenter.js';

/** What stands in one section of the draft, each line with its own small pages. */
@Controller()
export class ShowPlanSectionController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly dependencies: PlanDependenciesQueries,
  ) {}

  @Get(deliveryPlansPaths.section(':id', ':section'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/section.njk')
  async show(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('section') text: string): Promise<SectionPage> {
    const section = requireSection(text);
    const dossier = await this.submissions.dossier(actor, 'delivery-plan', id);
    const asked = section === 'dependencies' ? await this.dependencies.ofPlan(id, dossier.content) : undefined;
    return sectionPage(dossier, section, asked);
  }
}
