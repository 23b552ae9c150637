import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { AlertsService } from '../alerts.service.js';
import { alertsWords } from '../alerts.words.js';
import { AnswerForm, planOf } from './alert.form.js';
import { type AlertFormPage, answerValues, type AnswerValues, fillUp, presentAlertForm, requireMove } from './alert-form.presenter.js';

type AnswerPage = AlertFormPage<AnswerValues, typeof alertsWords.answer> & { labels: typeof alertsWords.show.action };

@Controller()
export class AnswerAlertController {
  constructor(
    private readonly alerts: AlertsService,
    private readonly queries: AlertsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.answer(':reference'))
  @Access('alert.respond', 'none')
  @Render('alerts/web/views/answer.njk')
  async ask(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<AnswerPage> {
    const alert = await this.queries.byReference(reference);
    requireMove(actor, alert, this.clock.today(), ['answer']);
    const form = takeFormState(request, answerValues(alert));
    form.values.actions = fillUp(form.values.actions);
    return { ...presentAlertForm(alert, alertsWords.answer, form), labels: alertsWords.show.action };
  }

  @Post(alertsPaths.answer(':reference'))
  @Access('alert.respond', 'ALERT_ANSWERED')
  async answer(
    @Param('reference') reference: string,
    @CurrentActor() actor: Actor,
    @Body() form: AnswerForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.alerts.answer(actor, reference, { plan: planOf(form), rowVersion: form.rowVersion });
    request.session.notice = { title: 'Success', text: alertsWords.answer.done };
    response.redirect(303, alertsPaths.show(reference));
  }
}
