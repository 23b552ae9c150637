import { Module } from '@nestjs/common';
import { AlertsModule } from '#features/alerts/alerts.module.js';
import { PublicCalendarModule } from '#features/calendar/public-calendar.module.js';
import { FrameworkClosingsModule } from '#features/framework-closings/framework-closings.module.js';
import { HearingPacksModule } from '#features/hearing-packs/hearing-packs.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { PastDaysModule } from '#features/past-days/past-days.module.js';
import { PublicReturnsModule } from '#features/submissions/public-returns.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { FrameworksModule } from '../frameworks.module.js';
import { FrameworkPageService } from './framework-page.service.js';
import { FrameworkFilesController } from './framework-files.controller.js';
import { PastFrameworkService } from './past-framework.service.js';
import { FrameworksController } from './frameworks.controller.js';

@Module({
  imports: [PageCacheModule, HearingPacksModule, PastDaysModule, FrameworksModule, FrameworkClosingsModule, JudgementsModule, AlertsModule, PublicCalendarModule, PublicReturnsModule],
  controllers: [FrameworksController, FrameworkFilesController],
  providers: [PastFrameworkService, FrameworkPageService],
})
export class FrameworksWebModule {}
