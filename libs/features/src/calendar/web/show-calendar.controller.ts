import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { icalendar } from '#domain/calendar/icalendar.js';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock, londonInstant } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { DUE_COLUMNS, dueCells, dueTable } from '../calendar-csv.js';
import { diaryOf } from '../calendar-diary.js';
import { calendarPaths } from '../calendar.paths.js';
import { calendarWords } from '../calendar.words.js';
import { CalendarPageService } from './calendar-page.service.js';
import { CalendarFilterQuery } from './calendar.forms.js';

/** The public calendar: page, file and diary. */
@Controller()
export class ShowCalendarController {
  constructor(
    private readonly cache: PageCache,
    private readonly pages: CalendarPageService,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  @Get(calendarPaths.calendar)
  @Access('public.read', 'none')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'calendar/web/views/calendar.njk', model: () => this.pages.page() });
  }

  @Get(calendarPaths.csv)
  @Access('public.read', 'none')
  async download(@Query() filter: CalendarFilterQuery, @Res() response: Response): Promise<void> {
    const rows = (await this.pages.lines(filter)).map(dueCells);
    await sendCsv(response, { name: 'reporting-calendar.csv', columns: DUE_COLUMNS, describedBy: calendarPaths.csv }, oneBatch(rows));
  }

  @Get(csvwPath(calendarPaths.csv))
  @Access('public.read', 'none')
  describe(@Res() response: Response): void {
    sendCsvw(response, dueTable(this.clock.today()));
  }

  /** `?department=` and `?framework=` take one department's or framework's. */
  @Get(calendarPaths.diary)
  @Access('public.read', 'none')
  async diary(@Query() filter: CalendarFilterQuery, @Res() response: Response): Promise<void> {
    const days = diaryOf(await this.pages.diary(filter), this.settings.baseUrl);
    response.set({ 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="reporting-calendar.ics"', 'Cache-Control': 'public, no-cache' });
    // of the day and not of the moment: a diary that asks each hour has it already
    response.send(icalendar({ name: calendarWords.list.title, days, stamp: londonInstant(this.clock.today(), '00:00') }));
  }
}

async function* oneBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
