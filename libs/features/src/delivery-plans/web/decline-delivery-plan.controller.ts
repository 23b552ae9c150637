import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { type MovePage, reasonPage } from '#features/submissions/move-pages.presenter.js';
import { ReasonForm } from '#features/submissions/submission.forms.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';

/** The SRO sends the draft back to its authors, with the reason. */
@Controller()
@UseInterceptors(new KeptTyping({ reason: submissionsWords.decline.label }))
export class DeclineDeliveryPlanController {
  constructor(
    private readonly queries: SubmissionsQueries,
    private readonly submissions: SubmissionsService,
  ) {}

  @Get(deliveryPlansPaths.decline(':id'))
  @Access('submission.sign', 'DELIVERY_PLAN_READ')
  @Render('submissions/views/move.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<MovePage> {
    return reasonPage(request, await this.queries.dossier(actor, 'delivery-plan', id), 'decline');
  }

  @Post(deliveryPlansPaths.decline(':id'))
  @Access('submission.sign', 'DELIVERY_PLAN_DECLINED')
  async decline(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Body() { rowVersion, reason }: ReasonForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.submissions.move(actor, { kind: 'delivery-plan', id, rowVersion }, 'decline', [{ section: null, text: reason }]);
    request.session.notice = { title: 'Success', text: submissionsWords.decline.done };
    response.redirect(303, deliveryPlansPaths.show(id));
  }
}
