import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { ReportingModule } from '../reporting.module.js';
import { AskExtensionController } from './ask-extension.controller.js';
import { CalendarPageService } from './calendar-page.service.js';
import { DecideExtensionController } from './decide-extension.controller.js';
import { ManageCalendarController } from './manage-calendar.controller.js';
import { ReportingRulesController } from './reporting-rules.controller.js';
import { ShowCalendarController } from './show-calendar.controller.js';

@Module({
  imports: [ReportingModule, PageCacheModule],
  controllers: [ShowCalendarController, ManageCalendarController, ReportingRulesController, AskExtensionController, DecideExtensionController],
  providers: [CalendarPageService],
})
export class CalendarWebModule {}
