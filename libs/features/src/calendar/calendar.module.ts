import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarDay } from './calendar-day.entity.js';
import { WorkingCalendars } from './working-calendars.queries.js';

@Module({ imports: [TypeOrmModule.forFeature([CalendarDay])], providers: [WorkingCalendars], exports: [WorkingCalendars] })
export class CalendarModule {}
