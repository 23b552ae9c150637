import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { plannedMoneyRefusals } from '#domain/delivery-plans/contribution-refusals.js';
import { type PlannedMission } from '#domain/delivery-plans/delivery-plan-content.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { PlanLinesService } from '../plan-lines.service.js';
import { contributionPage, type ContributionPage, missionOf } from './edit-plan-contribution.presenter.js';
import { PlanContributionForm } from './plan.forms.js';
import { afterSaving } from './plan-page.presenter.js';
import { millionsFrom } from './typed-amount.js';

/** What the department does for one mission. */
@Controller()
@UseInterceptors(new KeptTyping(words.fields))
export class EditPlanContributionController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly lines: PlanLinesService,
  ) {}

  @Get(deliveryPlansPaths.contribution(':id', ':mission'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/contribution.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('mission') mission: string, @Req() request: Request): Promise<ContributionPage> {
    return contributionPage(request, await this.submissions.dossier(actor, 'delivery-plan', id), mission);
  }

  @Post(deliveryPlansPaths.contribution(':id', ':mission'))
  @Access('submission.edit', 'DELIVERY_PLAN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('mission') slug: string,
    @Body() { rowVersion, then, contribution, policies, moneyMillions, clauses }: PlanContributionForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const mission = missionOf((await this.submissions.dossier(actor, 'delivery-plan', id)).content, slug);
    const line = { mission: slug, contribution, policies, moneyMillions: moneyFrom(moneyMillions, mission), clauses };
    await this.lines.contribute(actor, { id, rowVersion }, line);
    afterSaving(request, response, { text: words.contribution.saved, href: deliveryPlansPaths.section(id, 'contributions'), id, then });
  }
}

/** @throws ApplicationError 422 for a sum that is none. */
function moneyFrom(text: string, mission: PlannedMission): number | null {
  const money = millionsFrom(text);
  const refusals = plannedMoneyRefusals(money, mission);
  if (refusals.length > 0) throw ApplicationError.invalid(refusals);
  return money ?? null;
}
