import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { CalendarDaysService } from '../calendar-days.service.js';
import { calendarPaths } from '../calendar.paths.js';
import { CalendarQueries } from '../calendar.queries.js';
import { calendarWords } from '../calendar.words.js';
import { CalendarDayForm, dayDraftOf } from './calendar.forms.js';
import { dayFormPage, type DayFormPage, managePage, type ManagePage, takeBackPage, type TakeBackPage } from './manage-calendar.presenter.js';

const words = calendarWords.day;
const EntryId = (): ParameterDecorator => Param('id', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));

/** The administrator's pages of the days that count. */
@Controller()
export class ManageCalendarController {
  constructor(
    private readonly days: CalendarDaysService,
    private readonly calendar: CalendarQueries,
  ) {}

  @Get(calendarPaths.manage)
  @Access('calendar.manage', 'none')
  @Render('calendar/web/views/manage.njk')
  async manage(): Promise<ManagePage> {
    return managePage(await this.calendar.days(), await this.calendar.frameworks());
  }

  @Get(calendarPaths.newDay)
  @Access('calendar.manage', 'none')
  @Render('calendar/web/views/new-day.njk')
  askDay(@Req() request: Request): DayFormPage {
    return dayFormPage(takeFormState(request, new CalendarDayForm()));
  }

  @Post(calendarPaths.newDay)
  @Access('calendar.manage', 'CALENDAR_DAY_ADDED')
  async add(@CurrentActor() actor: Actor, @Body() form: CalendarDayForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { name } = await this.days.add(actor, dayDraftOf(form));
    request.session.notice = { title: 'Success', text: words.added(name) };
    response.redirect(303, calendarPaths.manage);
  }

  @Get(calendarPaths.takeBack(':id'))
  @Access('calendar.manage', 'none')
  @Render('calendar/web/views/take-back.njk')
  async askTakeBack(@EntryId() id: string): Promise<TakeBackPage> {
    return takeBackPage(await this.calendar.day(id));
  }

  @Post(calendarPaths.takeBack(':id'))
  @Access('calendar.manage', 'CALENDAR_DAY_TAKEN_BACK')
  async takeBack(@EntryId() id: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { name } = await this.days.takeBack(actor, id);
    request.session.notice = { title: 'Success', text: words.takenBack(name) };
    response.redirect(303, calendarPaths.manage);
  }
}
