import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WatchMark } from '#platform/watches/watch-mark.entity.js';
import { ReportingModule } from '../reporting.module.js';
import { FollowLeadsWatch } from './follow-leads.watch.js';
import { JudgeDailyWatch } from './judge-daily.watch.js';
import { MoveDueDatesWatch } from './move-due-dates.watch.js';
import { OpenCyclesWatch } from './open-cycles.watch.js';
import { OpenLateReportsWatch } from './open-late-reports.watch.js';
import { OverdueReportsWatch } from './overdue-reports.watch.js';
import { RemindOfReportsWatch } from './remind-of-reports.watch.js';
import { ReportWindowsWatch } from './report-windows.watch.js';

@Module({
  imports: [TypeOrmModule.forFeature([WatchMark]), ReportingModule],
  providers: [FollowLeadsWatch, JudgeDailyWatch, MoveDueDatesWatch, OpenCyclesWatch, OpenLateReportsWatch, OverdueReportsWatch, RemindOfReportsWatch, ReportWindowsWatch],
})
export class CalendarJobsModule {}
