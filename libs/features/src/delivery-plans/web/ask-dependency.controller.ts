import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { lineText } from '#domain/delivery-plans/plan-line-texts.js';
import { type PlanDependency } from '#domain/delivery-plans/plan-lists.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { seen, type SeenValues } from '#features/submissions/submission-head.presenter.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';
import { PlanDependenciesService } from '../plan-dependencies.service.js';
import { lineOf } from './edit-plan-line.presenter.js';
import { afterSaving, backToSection, type PlanWritingPage, writingPage } from './plan-page.presenter.js';

const words = deliveryPlansWords.dependencies.ask;

interface AskPage extends PlanWritingPage {
  lead: string;
  text: string;
  button: string;
  form: FormState<SeenValues>;
}

/** Sends one line of the draft to the other department before the plan is delivered. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class AskDependencyController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly dependencies: PlanDependenciesService,
  ) {}

  @Get(deliveryPlansPaths.askDependency(':id', ':line'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/ask.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('line') text: string, @Req() request: Request): Promise<AskPage> {
    const dossier = await this.submissions.dossier(actor, 'delivery-plan', id);
    const line = lineOf(dossier.content, 'dependencies', text) as PlanDependency;
    const page = writingPage(dossier, words.title, backToSection(id, 'dependencies'));
    return { ...page, lead: words.lead(line.departmentName), text: lineText('dependencies', line, dossier.content).text, button: words.button, form: takeFormState(request, seen(dossier)) };
  }

  @Post(deliveryPlansPaths.askDependency(':id', ':line'))
  @Access('submission.edit', 'PLAN_DEPENDENCY_ASKED')
  async send(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('line') text: string,
    @Body() { rowVersion }: SeenForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.dependencies.ask(actor, { id, rowVersion }, text);
    const { content } = await this.submissions.dossier(actor, 'delivery-plan', id);
    const { departmentName } = lineOf(content, 'dependencies', text) as PlanDependency;
    afterSaving(request, response, { text: words.done(departmentName), href: deliveryPlansPaths.section(id, 'dependencies'), id });
  }
}
