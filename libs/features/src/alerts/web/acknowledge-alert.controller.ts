import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { Clock } from '#platform/clock/clock.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { alertsPaths } from '../alerts.paths.js';
import { AlertsQueries } from '../alerts.queries.js';
import { AlertsService } from '../alerts.service.js';
import { alertsWords } from '../alerts.words.js';
import { AcknowledgeForm } from './alert.form.js';
import { type AlertFormPage, presentAlertForm, requireMove } from './alert-form.presenter.js';

type AcknowledgePage = AlertFormPage<{ ownerName: string; ownerJob: string; rowVersion: number }, typeof alertsWords.acknowledge>;

@Controller()
@UseInterceptors(new KeptTyping({ ownerName: alertsWords.acknowledge.ownerName, ownerJob: alertsWords.acknowledge.ownerJob }))
export class AcknowledgeAlertController {
  constructor(
    private readonly alerts: AlertsService,
    private readonly queries: AlertsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.acknowledge(':reference'))
  @Access('alert.acknowledge', 'none')
  @Render('alerts/web/views/acknowledge.njk')
  async ask(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<AcknowledgePage> {
    const alert = await this.queries.byReference(reference);
    requireMove(actor, alert, this.clock.today(), ['acknowledge']);
    const stored = { ownerName: alert.ownerName ?? '', ownerJob: alert.ownerJob ?? '', rowVersion: alert.rowVersion };
    return presentAlertForm(alert, alertsWords.acknowledge, takeFormState(request, stored));
  }

  @Post(alertsPaths.acknowledge(':reference'))
  @Access('alert.acknowledge', 'ALERT_ACKNOWLEDGED')
  async acknowledge(
    @Param('reference') reference: string,
    @CurrentActor() actor: Actor,
    @Body() form: AcknowledgeForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.alerts.acknowledge(actor, reference, form);
    request.session.notice = { title: 'Success', text: alertsWords.acknowledge.done };
    response.redirect(303, alertsPaths.show(reference));
  }
}
