import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { ReportsModule } from '../reports.module.js';
import { CheckFactsController } from './check-facts.controller.js';
import { DropReportController } from './drop-report.controller.js';
import { ListReportsController } from './list-reports.controller.js';
import { MoveReportController } from './move-report.controller.js';
import { RecommendController } from './recommend.controller.js';
import { RecordReportController } from './record-report.controller.js';
import { ShowEditionController } from './show-edition.controller.js';
import { ShowReportController } from './show-report.controller.js';
import { WriteReportController } from './write-report.controller.js';

@Module({
  imports: [ReportsModule, PageCacheModule],
  // `new` before the reference, which would take it for one
  controllers: [ListReportsController, ShowReportController, WriteReportController, MoveReportController, RecordReportController, DropReportController, RecommendController, CheckFactsController, ShowEditionController],
})
export class ReportsWebModule {}
