import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FrameworksModule } from '#features/frameworks/frameworks.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { ReportsModule } from '#features/reports/reports.module.js';
import { ClosingClockService } from './closing-clock.service.js';
import { ClosingFreezing } from './closing-freezing.js';
import { FrameworkClosingEvent } from './framework-closing-event.entity.js';
import { FrameworkClosing } from './framework-closing.entity.js';
import { FrameworkClosingsQueries } from './framework-closings.queries.js';
import { FrameworkClosingsService } from './framework-closings.service.js';
import { LastEdition } from './last-edition.entity.js';
import { MissionEnding } from './mission-ending.entity.js';
import { UnansweredQueries } from './unanswered.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([FrameworkClosing, FrameworkClosingEvent, LastEdition, MissionEnding]), FrameworksModule, NotificationsModule, ReportsModule],
  providers: [ClosingClockService, ClosingFreezing, FrameworkClosingsQueries, FrameworkClosingsService, UnansweredQueries],
  exports: [ClosingClockService, FrameworkClosingsQueries, FrameworkClosingsService],
})
export class FrameworkClosingsModule {}
