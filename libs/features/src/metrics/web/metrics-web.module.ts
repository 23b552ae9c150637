import { Module } from '@nestjs/common';
import { AreasModule } from '#features/areas/areas.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { PublishedObservationsModule } from '#features/observations/published-observations.module.js';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { PastDaysModule } from '#features/past-days/past-days.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { MetricsModule } from '../metrics.module.js';
import { AreaCellsQueries } from './area-cells.queries.js';
import { CatalogueController } from './catalogue.controller.js';
import { MetricAreaService } from './metric-area.service.js';
import { MetricFilesController } from './metric-files.controller.js';
import { MetricPageQueries } from './metric-page.queries.js';
import { MetricPageService } from './metric-page.service.js';
import { MetricTargetsService } from './metric-targets.service.js';
import { PastMetricFileController } from './past-metric-file.controller.js';
import { PastMetricService } from './past-metric.service.js';
import { MetricsController } from './metrics.controller.js';

@Module({
  imports: [PageCacheModule, PastDaysModule, AreasModule, MetricsModule, MissionsModule, JudgementsModule, PublishedObservationsModule, ReleasesModule],
  // the file of a day before its page, which would take `.csv` for a part of the day
  controllers: [PastMetricFileController, MetricsController, MetricFilesController, CatalogueController],
  providers: [AreaCellsQueries, MetricPageQueries, MetricPageService, MetricTargetsService, MetricAreaService, PastMetricService],
})
export class MetricsWebModule {}
