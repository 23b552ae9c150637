import { Body, Controller, Get, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { confirmationPage, type ConfirmationPage } from '#features/submissions/move-pages.presenter.js';
import { signOffPage, type SignOffPage } from '#features/submissions/sign-off.presenter.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { answerRows } from '../delivery-plan-answers.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';

/** The SRO reads, signs and submits; then the confirmation with the reference. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class SignDeliveryPlanController {
  constructor(
    private readonly queries: SubmissionsQueries,
    private readonly submissions: SubmissionsService,
  ) {}

  @Get(deliveryPlansPaths.signOff(':id'))
  @Access('submission.sign', 'DELIVERY_PLAN_READ')
  @Render('submissions/views/sign-off.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<SignOffPage> {
    const dossier = await this.queries.dossier(actor, 'delivery-plan', id);
    const told = { actorId: actor.id, rows: answerRows, shown: answerRows, becomesPublic: deliveryPlansWords.becomesPublic };
    return signOffPage(request, dossier, told);
  }

  @Post(deliveryPlansPaths.signOff(':id'))
  @Access('submission.sign', 'DELIVERY_PLAN_SUBMITTED')
  async submit(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() { rowVersion }: SeenForm, @Res() response: Response): Promise<void> {
    await this.submissions.move(actor, { kind: 'delivery-plan', id, rowVersion }, 'submit');
    response.redirect(303, deliveryPlansPaths.confirmation(id));
  }

  @Get(deliveryPlansPaths.confirmation(':id'))
  @Access('submission.sign', 'none')
  @Render('submissions/views/confirmation.njk')
  async confirm(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<ConfirmationPage> {
    return confirmationPage(await this.queries.dossier(actor, 'delivery-plan', id));
  }
}
