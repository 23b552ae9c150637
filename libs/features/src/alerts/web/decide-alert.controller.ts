import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { EscalationService } from '#features/letters/escalation.service.js';
import { lettersPaths } from '#features/letters/letters.paths.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { Clock } from '#platform/clock/clock.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { AlertsService } from '../alerts.service.js';
import { alertsWords } from '../alerts.words.js';
import { DecideForm } from './alert.form.js';
import { type AlertFormPage, decisionItems, presentAlertForm, requireMove } from './alert-form.presenter.js';

type DecidePage = AlertFormPage<{ decision: string; reason: string; rowVersion: number }, typeof alertsWords.decide> & { choices: object[] };

@Controller()
@UseInterceptors(new KeptTyping({ reason: alertsWords.decide.reason }))
export class DecideAlertController {
  constructor(
    private readonly alerts: AlertsService,
    private readonly escalations: EscalationService,
    private readonly queries: AlertsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.decide(':reference'))
  @Access('alert.decide', 'none')
  @Render('alerts/web/views/decide.njk')
  async ask(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<DecidePage> {
    const alert = await this.queries.byReference(reference);
    const moves = requireMove(actor, alert, this.clock.today(), ['accept', 'not-accept', 'escalate', 'close']);
    const form = takeFormState(request, { decision: '', reason: '', rowVersion: alert.rowVersion });
    return { ...presentAlertForm(alert, alertsWords.decide, form), choices: decisionItems(moves, form.values.decision) };
  }

  @Post(alertsPaths.decide(':reference'))
  @Access('alert.decide', 'ALERT_DECIDED')
  async decide(
    @Param('reference') reference: string,
    @CurrentActor() actor: Actor,
    @Body() form: DecideForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (form.decision === 'escalate') {
      const letter = await this.escalations.escalate(actor, reference, form);
      request.session.notice = { title: 'Success', text: alertsWords.decide.escalated };
      response.redirect(303, lettersPaths.show(letter.reference));
      return;
    }
    await this.alerts.decide(actor, reference, form.decision, form);
    request.session.notice = { title: 'Success', text: alertsWords.decide.done };
    response.redirect(303, alertsPaths.show(reference));
  }
}
