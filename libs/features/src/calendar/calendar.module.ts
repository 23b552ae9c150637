import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarDay } from './calendar-day.entity.js';
import { CycleFollowers } from './cycle-followers.js';
import { ReportingCalendar } from './reporting-calendar.entity.js';
import { WorkingCalendars } from './working-calendars.queries.js';

/** What other rooms count days by, and hear of opened cycles by. */
@Module({
  imports: [TypeOrmModule.forFeature([CalendarDay, ReportingCalendar])],
  providers: [CycleFollowers, WorkingCalendars],
  exports: [CycleFollowers, WorkingCalendars],
})
export class CalendarModule {}
