import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { checkPlanPage, type CheckPlanPage } from './check-delivery-plan.presenter.js';

/** Check answers, then send for sign-off. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class CheckDeliveryPlanController {
  constructor(
    private readonly queries: SubmissionsQueries,
    private readonly submissions: SubmissionsService,
  ) {}

  @Get(deliveryPlansPaths.check(':id'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/check.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<CheckPlanPage> {
    return checkPlanPage(request, await this.queries.dossier(actor, 'delivery-plan', id));
  }

  @Post(deliveryPlansPaths.check(':id'))
  @Access('submission.edit', 'DELIVERY_PLAN_SENT_FOR_SIGN_OFF')
  async send(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { rowVersion }: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.submissions.move(actor, { kind: 'delivery-plan', id, rowVersion }, 'send-for-sign-off');
    request.session.notice = { title: 'Success', text: submissionsWords.check.sent };
    response.redirect(303, deliveryPlansPaths.show(id));
  }
}
