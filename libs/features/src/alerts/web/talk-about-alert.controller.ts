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
import { AlertsService, type TalkAction } from '../alerts.service.js';
import { type AlertFormPage, presentAlertForm, requireMove } from './alert-form.presenter.js';
import { TalkForm } from './alert.form.js';

const words = alertLifeWords.talk;

type TalkPage = AlertFormPage<{ reason: string; rowVersion: number }, (typeof words)['query']>;

/** Questions, requests for more time and replies: published, counted, and without effect on any date. */
@Controller()
@UseInterceptors(new KeptTyping({ reason: 'What you wrote' }))
export class TalkAboutAlertController {
  constructor(
    private readonly alerts: AlertsService,
    private readonly queries: AlertsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(alertsPaths.query(':reference'))
  @Access('alert.acknowledge', 'none')
  @Render('alerts/web/views/talk.njk')
  askQuery(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<TalkPage> {
    return this.page(actor, reference, request, 'query');
  }

  @Post(alertsPaths.query(':reference'))
  @Access('alert.acknowledge', 'ALERT_QUERIED')
  query(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Body() form: TalkForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.say(actor, reference, 'query', form, request, response);
  }

  @Get(alertsPaths['ask-time'](':reference'))
  @Access('alert.acknowledge', 'none')
  @Render('alerts/web/views/talk.njk')
  askForTime(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<TalkPage> {
    return this.page(actor, reference, request, 'ask-time');
  }

  @Post(alertsPaths['ask-time'](':reference'))
  @Access('alert.acknowledge', 'ALERT_TIME_ASKED')
  requestTime(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Body() form: TalkForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.say(actor, reference, 'ask-time', form, request, response);
  }

  @Get(alertsPaths.reply(':reference'))
  @Access('alert.decide', 'none')
  @Render('alerts/web/views/talk.njk')
  askReply(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<TalkPage> {
    return this.page(actor, reference, request, 'reply');
  }

  @Post(alertsPaths.reply(':reference'))
  @Access('alert.decide', 'ALERT_REPLIED')
  reply(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Body() form: TalkForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.say(actor, reference, 'reply', form, request, response);
  }

  private async page(actor: Actor, reference: string, request: Request, action: TalkAction): Promise<TalkPage> {
    const alert = await this.queries.byReference(reference);
    requireMove(actor, alert, this.clock.today(), [action]);
    return presentAlertForm(alert, words[action], takeFormState(request, { reason: '', rowVersion: alert.rowVersion }));
  }

  private async say(actor: Actor, reference: string, action: TalkAction, form: TalkForm, request: Request, response: Response): Promise<void> {
    await this.alerts.say(actor, reference, action, { text: form.reason, rowVersion: form.rowVersion });
    request.session.notice = { title: 'Success', text: words[action].done };
    response.redirect(303, alertsPaths.show(reference));
  }
}
