import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { DeliveryPlansService } from '../delivery-plans.service.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';
import { DeliveryPlanForm } from './delivery-plan.form.js';
import { editDeliveryPlanPage, type EditDeliveryPlanPage } from './edit-delivery-plan.presenter.js';
import { planAnswersFromForm } from './plan-answers-from-form.js';

/** The whole plan on one page. */
@Controller()
@UseInterceptors(new KeptTyping(deliveryPlansWords.fields))
export class EditDeliveryPlanController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly plans: DeliveryPlansService,
  ) {}

  @Get(deliveryPlansPaths.edit(':id'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/edit.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<EditDeliveryPlanPage> {
    return editDeliveryPlanPage(request, await this.submissions.dossier(actor, 'delivery-plan', id));
  }

  @Post(deliveryPlansPaths.edit(':id'))
  @Access('submission.edit', 'DELIVERY_PLAN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Body() form: DeliveryPlanForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { content } = await this.submissions.dossier(actor, 'delivery-plan', id);
    await this.plans.save(actor, { id, rowVersion: form.rowVersion }, planAnswersFromForm(form, content.missions));
    if (form.then === 'later') request.session.notice = { title: 'Success', text: deliveryPlansWords.saved };
    response.redirect(303, form.then === 'later' ? deliveryPlansPaths.show(id) : deliveryPlansPaths.check(id));
  }
}
