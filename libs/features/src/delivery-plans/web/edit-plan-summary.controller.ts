import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { type OpenRequest } from '#features/submissions/history.presenter.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { seen, type SeenValues } from '#features/submissions/submission-head.presenter.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { DeliveryPlansService } from '../delivery-plans.service.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { PlanSummaryForm } from './plan.forms.js';
import { afterSaving, nextSection, type PlanWritingPage, requestsFor, titleOfSection, writingPage } from './plan-page.presenter.js';

interface SummaryPage extends PlanWritingPage {
  requests: OpenRequest[];
  form: FormState<SeenValues & { summary: string }>;
}

/** The summary of the whole plan. */
@Controller()
@UseInterceptors(new KeptTyping(words.fields))
export class EditPlanSummaryController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly plans: DeliveryPlansService,
  ) {}

  @Get(deliveryPlansPaths.summary(':id'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/summary.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<SummaryPage> {
    const dossier = await this.submissions.dossier(actor, 'delivery-plan', id);
    const page = writingPage(dossier, titleOfSection('summary'));
    return { ...page, requests: requestsFor(dossier, 'summary'), form: takeFormState(request, { summary: dossier.content.summary, ...seen(dossier) }) };
  }

  @Post(deliveryPlansPaths.summary(':id'))
  @Access('submission.edit', 'DELIVERY_PLAN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Body() { rowVersion, then, summary }: PlanSummaryForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.plans.save(actor, { id, rowVersion }, { summary });
    afterSaving(request, response, { text: words.saved(titleOfSection('summary')), href: nextSection(id, 'summary').href, id, then });
  }
}
