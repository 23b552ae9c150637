import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { type MovePage, takeUpPage } from '#features/submissions/move-pages.presenter.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';

/** A withdrawn plan is written on. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class TakeUpDeliveryPlanController {
  constructor(
    private readonly queries: SubmissionsQueries,
    private readonly submissions: SubmissionsService,
  ) {}

  @Get(deliveryPlansPaths.takeUp(':id'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('submissions/views/move.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<MovePage> {
    return takeUpPage(request, await this.queries.dossier(actor, 'delivery-plan', id));
  }

  @Post(deliveryPlansPaths.takeUp(':id'))
  @Access('submission.edit', 'DELIVERY_PLAN_TAKEN_UP')
  async takeUp(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Body() { rowVersion }: SeenForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.submissions.move(actor, { kind: 'delivery-plan', id, rowVersion }, 'take-up');
    request.session.notice = { title: 'Success', text: submissionsWords.takeUp.done };
    response.redirect(303, deliveryPlansPaths.show(id));
  }
}
