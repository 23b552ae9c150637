import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { Clock } from '#platform/clock/clock.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { alertLifeWords } from '../alert-life.words.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { alertsWords } from '../alerts.words.js';
import { PlanChoices } from '../plan-choices.queries.js';
import { RecoveryPlanDrafts } from '../recovery-plan-drafts.service.js';
import { type AlertFormPage, presentAlertForm, requireMove } from './alert-form.presenter.js';
import { PublishPlanForm, SummaryForm } from './alert.form.js';
import { type PlanPage, presentPlan } from './recovery-plan.presenter.js';

const words = alertLifeWords.plan;

/** The draft of a plan as a list, its summary, and its publication. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class RecoveryPlanController {
  constructor(
    private readonly queries: AlertsQueries,
    private readonly choices: PlanChoices,
    private readonly drafts: RecoveryPlanDrafts,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.answer(':reference'))
  @Access('alert.acknowledge', 'none')
  @Render('alerts/web/views/plan.njk')
  show(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<PlanPage> {
    return this.page(actor, reference, request, words.title);
  }

  @Get(alertsPaths.planSummary(':reference'))
  @Access('alert.acknowledge', 'none')
  @Render('alerts/web/views/plan-summary.njk')
  async askSummary(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<AlertFormPage<{ summary: string; rowVersion: number }, typeof words.summaryPage>> {
    const alert = await this.queries.byReference(reference);
    const { summary, rowVersion } = await this.drafts.read(actor, alert);
    return { ...presentAlertForm(alert, words.summaryPage, takeFormState(request, { summary, rowVersion })), backLink: { text: words.back, href: alertsPaths.answer(reference) } };
  }

  @Post(alertsPaths.planSummary(':reference'))
  @Access('alert.acknowledge', 'RECOVERY_PLAN_SAVED')
  async saveSummary(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Body() form: SummaryForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.drafts.saveSummary(actor, { reference, rowVersion: form.rowVersion }, form.summary);
    request.session.notice = { title: 'Saved', text: words.summaryPage.saved };
    response.redirect(303, alertsPaths.answer(reference));
  }

  @Get(alertsPaths.publishPlan(':reference'))
  @Access('alert.respond', 'none')
  @Render('alerts/web/views/plan-publish.njk')
  async askToPublish(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<PlanPage> {
    requireMove(actor, await this.queries.byReference(reference), this.clock.today(), ['answer']);
    const page = await this.page(actor, reference, request, words.publishPage.title);
    return { ...page, backLink: { text: words.back, href: alertsPaths.answer(reference) } };
  }

  @Post(alertsPaths.publishPlan(':reference'))
  @Access('alert.respond', 'ALERT_ANSWERED')
  async publish(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Body() form: PublishPlanForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.drafts.publish(actor, { reference, rowVersion: form.rowVersion, status: form.status });
    request.session.notice = { title: 'Success', text: alertsWords.answer.done };
    response.redirect(303, alertsPaths.show(reference));
  }

  private async page(actor: Actor, reference: string, request: Request, title: string): Promise<PlanPage> {
    const alert = await this.queries.byReference(reference);
    const plan = await this.drafts.read(actor, alert);
    const metrics = await this.choices.metricsFor(alert);
    return presentPlan(actor, alert, plan, { form: takeFormState(request, { rowVersion: plan.rowVersion, status: alert.status }), metrics, today: this.clock.today(), title });
  }
}
