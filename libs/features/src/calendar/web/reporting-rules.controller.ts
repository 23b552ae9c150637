import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { calendarPaths } from '../calendar.paths.js';
import { CalendarQueries } from '../calendar.queries.js';
import { calendarWords } from '../calendar.words.js';
import { ReportingCalendarsService } from '../reporting-calendars.service.js';
import { CycleRulesForm, GeneralRulesForm } from './calendar.forms.js';
import { type CycleFormPage, cycleFormPage, cycleRulesOf, cycleValues, type GeneralFormPage, generalFormPage, generalOf, generalValues, type RulesPart } from './rules-form.presenter.js';
import { type RulesPage, rulesPage } from './reporting-rules.presenter.js';

/** How a framework's dates are worked out: everybody reads it, administrators set it. */
@Controller()
@UseInterceptors(new KeptTyping(calendarWords.names))
export class ReportingRulesController {
  constructor(
    private readonly calendar: CalendarQueries,
    private readonly calendars: ReportingCalendarsService,
    private readonly pages: PageCache,
  ) {}

  @Get(calendarPaths.framework(':slug'))
  @Access('public.read', 'none')
  async show(@Param('slug') slug: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const model = async (): Promise<RulesPage> => {
      const found = await this.calendar.framework(slug);
      const { id } = found.framework;
      return rulesPage(found, await this.calendar.cycles(id), {
        names: await this.calendar.missionNames(id), opened: await this.calendar.countOpened(id), changes: may(actor, 'calendar.manage'),
      });
    };
    await this.pages.send(request, response, { view: 'calendar/web/views/rules.njk', model, isOwn: actor.kind !== 'visitor' });
  }

  @Get(calendarPaths.rules(':slug'))
  @Access('calendar.manage', 'none')
  @Render('calendar/web/views/general-rules.njk')
  async askGeneral(@Param('slug') slug: string, @Req() request: Request): Promise<GeneralFormPage> {
    const found = await this.calendar.framework(slug);
    return generalFormPage(found, takeFormState(request, generalValues(found)));
  }

  @Post(calendarPaths.rules(':slug'))
  @Access('calendar.manage', 'REPORTING_CALENDAR_CHANGED')
  async setGeneral(@Param('slug') slug: string, @CurrentActor() actor: Actor, @Body() form: GeneralRulesForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.calendars.setGeneral(actor, slug, generalOf(form), form);
    saved(request, response, slug);
  }

  @Get(calendarPaths.returnRules(':slug'))
  @Access('calendar.manage', 'none')
  @Render('calendar/web/views/cycle-rules.njk')
  askReturns(@Param('slug') slug: string, @Req() request: Request): Promise<CycleFormPage> {
    return this.ask(slug, 'returns', request);
  }

  @Post(calendarPaths.returnRules(':slug'))
  @Access('calendar.manage', 'REPORTING_CALENDAR_CHANGED')
  async setReturns(@Param('slug') slug: string, @CurrentActor() actor: Actor, @Body() form: CycleRulesForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.calendars.setCycle(actor, slug, 'returns', cycleRulesOf(form), form);
    saved(request, response, slug);
  }

  @Get(calendarPaths.planRules(':slug'))
  @Access('calendar.manage', 'none')
  @Render('calendar/web/views/cycle-rules.njk')
  askPlans(@Param('slug') slug: string, @Req() request: Request): Promise<CycleFormPage> {
    return this.ask(slug, 'plans', request);
  }

  @Post(calendarPaths.planRules(':slug'))
  @Access('calendar.manage', 'REPORTING_CALENDAR_CHANGED')
  async setPlans(@Param('slug') slug: string, @CurrentActor() actor: Actor, @Body() form: CycleRulesForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.calendars.setCycle(actor, slug, 'plans', cycleRulesOf(form), form);
    saved(request, response, slug);
  }

  private async ask(slug: string, part: RulesPart, request: Request): Promise<CycleFormPage> {
    const found = await this.calendar.framework(slug);
    return cycleFormPage(found, part, takeFormState(request, cycleValues(found, part)));
  }
}

function saved(request: Request, response: Response, slug: string): void {
  request.session.notice = { title: 'Success', text: calendarWords.rules.saved };
  response.redirect(303, calendarPaths.framework(slug));
}
