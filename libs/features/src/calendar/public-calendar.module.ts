import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Submission } from '#features/submissions/submission.entity.js';
import { CalendarModule } from './calendar.module.js';
import { CalendarQueries } from './calendar.queries.js';
import { DueListQueries } from './due-list.queries.js';
import { ExtensionRequest } from './extension-request.entity.js';
import { ExtensionsQueries } from './extensions.queries.js';
import { LateDeliveries } from './late-deliveries.queries.js';
import { MissionDates } from './mission-dates.service.js';

/** What everybody may read of due dates, without what opens and closes by itself. */
@Module({
  imports: [TypeOrmModule.forFeature([ExtensionRequest, Submission]), CalendarModule],
  providers: [CalendarQueries, DueListQueries, ExtensionsQueries, LateDeliveries, MissionDates],
  exports: [CalendarModule, CalendarQueries, DueListQueries, ExtensionsQueries, LateDeliveries, MissionDates],
})
export class PublicCalendarModule {}
