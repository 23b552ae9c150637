import { Module } from '@nestjs/common';
import { MissionsModule } from '#features/missions/missions.module.js';
import { PublishedObservationsModule } from '#features/observations/published-observations.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { MetricsModule } from '../metrics.module.js';
import { MetricPageService } from './metric-page.service.js';
import { MetricsController } from './metrics.controller.js';

@Module({
  imports: [PageCacheModule, MetricsModule, MissionsModule, PublishedObservationsModule],
  controllers: [MetricsController],
  providers: [MetricPageService],
})
export class MetricsWebModule {}
