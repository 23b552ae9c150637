import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { leftOut } from '#domain/delivery-plans/copied-plan.js';
import { isEmptyPlan, missionTitle } from '#domain/delivery-plans/delivery-plan-content.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { seen, type SeenValues } from '#features/submissions/submission-head.presenter.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { PlanCopyingService } from '../plan-copying.service.js';
import { type PlanWritingPage, writingPage } from './plan-page.presenter.js';

interface CopyPage extends PlanWritingPage {
  lead: string;
  leftOut: string[];
  form: FormState<SeenValues>;
}

/** Begins an empty draft with the department's last plan. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class CopyPlanController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly copying: PlanCopyingService,
  ) {}

  @Get(deliveryPlansPaths.copy(':id'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/copy.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<CopyPage> {
    const dossier = await this.submissions.dossier(actor, 'delivery-plan', id);
    const page = writingPage(dossier, words.copy.title);
    if (!isEmptyPlan(dossier.content)) throw ApplicationError.conflict(words.copy.notEmpty);
    const last = await this.copying.lastPlan(dossier.submission);
    if (!last) throw ApplicationError.notFound(words.copy.aPlan);
    const { source, content } = last;
    return {
      ...page,
      lead: words.copy.lead(source.coversLabel, source.reference, source.version),
      leftOut: leftOut(content, dossier.content.missions).map((slug) => missionTitle(content.missions, slug)),
      form: takeFormState(request, seen(dossier)),
    };
  }

  @Post(deliveryPlansPaths.copy(':id'))
  @Access('submission.edit', 'DELIVERY_PLAN_SAVED')
  async copy(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { rowVersion }: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.copying.copy(actor, { id, rowVersion });
    const { content } = await this.submissions.dossier(actor, 'delivery-plan', id);
    const from = content.copiedFrom;
    request.session.notice = { title: 'Success', text: words.copy.done(from?.coversLabel ?? '', from?.leftOut ?? []) };
    response.redirect(303, deliveryPlansPaths.show(id));
  }
}
