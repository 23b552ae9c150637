import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WatchMark } from '#platform/watches/watch-mark.entity.js';
import { ReportingModule } from '../reporting.module.js';
import { JudgeDailyWatch } from './judge-daily.watch.js';
import { MoveDueDatesWatch } from './move-due-dates.watch.js';
import { OpenCyclesWatch } from './open-cycles.watch.js';
import { OverdueReportsWatch } from './overdue-reports.watch.js';
import { RemindOfReportsWatch } from './remind-of-reports.watch.js';
import { ReportWindowsWatch } from './report-windows.watch.js';

@Module({
  imports: [TypeOrmModule.forFeature([WatchMark]), ReportingModule],
  providers: [JudgeDailyWatch, MoveDueDatesWatch, OpenCyclesWatch, OverdueReportsWatch, RemindOfReportsWatch, ReportWindowsWatch],
})
export class CalendarJobsModule {}
