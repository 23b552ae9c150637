import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { PublicCalendarModule } from '../public-calendar.module.js';
import { CALENDAR, CalendarList } from './calendar-list.js';

@Module({ imports: [PublicCalendarModule], controllers: [openList(CALENDAR)], providers: [CalendarList] })
export class CalendarApiModule {}
