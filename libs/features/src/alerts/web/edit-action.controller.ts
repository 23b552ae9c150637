import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { lineBlockers, type RecoveryAction } from '#domain/alerts/alert-blockers.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { type Alert } from '../alert.entity.js';
import { alertLifeWords } from '../alert-life.words.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { PlanChoices } from '../plan-choices.queries.js';
import { type DraftedPlan, RecoveryPlanDrafts } from '../recovery-plan-drafts.service.js';
import { type AlertFormPage, presentAlertForm } from './alert-form.presenter.js';
import { ActionForm, actionOf } from './alert.form.js';
import { type ActionValues, actionValues, metricItems } from './recovery-plan.presenter.js';

const words = alertLifeWords.plan;

type ActionPage<Values> = AlertFormPage<Values, typeof words> & { what: string; metrics: object[] };

/** One action of the draft: added, changed, removed. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class EditActionController {
  constructor(
    private readonly queries: AlertsQueries,
    private readonly choices: PlanChoices,
    private readonly drafts: RecoveryPlanDrafts,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.addAction(':reference'))
  @Access('alert.acknowledge', 'none')
  @Render('alerts/web/views/plan-action.njk')
  askNew(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<ActionPage<ActionValues>> {
    return this.linePage(actor, reference, request, null);
  }

  @Post(alertsPaths.addAction(':reference'))
  @Access('alert.acknowledge', 'RECOVERY_PLAN_SAVED')
  async add(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Body() form: ActionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.drafts.putAction(actor, { reference, rowVersion: form.rowVersion }, null, actionOf(form));
    this.done(request, response, reference, actionOf(form));
  }

  @Get(alertsPaths.action(':reference', ':number'))
  @Access('alert.acknowledge', 'none')
  @Render('alerts/web/views/plan-action.njk')
  ask(@Param('reference') reference: string, @Param('number') number: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<ActionPage<ActionValues>> {
    return this.linePage(actor, reference, request, indexOf(number));
  }

  @Post(alertsPaths.action(':reference', ':number'))
  @Access('alert.acknowledge', 'RECOVERY_PLAN_SAVED')
  async change(@Param('reference') reference: string, @Param('number') number: string, @CurrentActor() actor: Actor, @Body() form: ActionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.drafts.putAction(actor, { reference, rowVersion: form.rowVersion }, indexOf(number), actionOf(form));
    this.done(request, response, reference, actionOf(form));
  }

  @Get(alertsPaths.removeAction(':reference', ':number'))
  @Access('alert.acknowledge', 'none')
  @Render('alerts/web/views/plan-remove.njk')
  async askToRemove(@Param('reference') reference: string, @Param('number') number: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<ActionPage<{ rowVersion: number }>> {
    const { alert, plan } = await this.read(actor, reference);
    const line = requireLine(plan, indexOf(number));
    const form = takeFormState(request, { rowVersion: plan.rowVersion });
    return { ...presentAlertForm(alert, { ...words, title: words.removePage.title(indexOf(number) + 1) }, form), backLink: backTo(reference), what: line.action || words.unnamed, metrics: [] };
  }

  @Post(alertsPaths.removeAction(':reference', ':number'))
  @Access('alert.acknowledge', 'RECOVERY_PLAN_SAVED')
  async remove(@Param('reference') reference: string, @Param('number') number: string, @CurrentActor() actor: Actor, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.drafts.removeAction(actor, { reference, rowVersion: form.rowVersion }, indexOf(number));
    request.session.notice = { title: 'Saved', text: words.removePage.removed };
    response.redirect(303, alertsPaths.answer(reference));
  }

  /** @param index of the line; null for a new one */
  private async linePage(actor: Actor, reference: string, request: Request, index: number | null): Promise<ActionPage<ActionValues>> {
    const { alert, plan } = await this.read(actor, reference);
    const line = index === null ? undefined : requireLine(plan, index);
    const form = takeFormState(request, actionValues(line, plan.rowVersion));
    const title = index === null ? words.line.add : words.line.change(index + 1);
    const metrics = metricItems(await this.choices.metricsFor(alert), form.values.metric);
    return { ...presentAlertForm(alert, { ...words, title }, form), backLink: backTo(reference), what: '', metrics };
  }

  private async read(actor: Actor, reference: string): Promise<{ alert: Alert; plan: DraftedPlan }> {
    const alert = await this.queries.byReference(reference);
    return { alert, plan: await this.drafts.read(actor, alert) };
  }

  /** Back to the list, which says what an unfinished line lacks. */
  private done(request: Request, response: Response, reference: string, line: RecoveryAction): void {
    const lacks = lineBlockers(line, 0, this.clock.today()).length > 0;
    request.session.notice = { title: 'Saved', text: lacks ? words.line.unfinished : words.line.saved };
    response.redirect(303, alertsPaths.answer(reference));
  }
}

/** @param number from the address, from 1 @throws ApplicationError 404 where it is none */
function indexOf(number: string): number {
  if (!/^[1-9]\d?$/.test(number)) throw ApplicationError.notFound('That action');
  return Number(number) - 1;
}

function requireLine(plan: DraftedPlan, index: number): RecoveryAction {
  const line = plan.actions[index];
  if (!line) throw ApplicationError.notFound('That action');
  return line;
}

function backTo(reference: string): { text: string; href: string } {
  return { text: words.back, href: alertsPaths.answer(reference) };
}
