import { Module } from '@nestjs/common';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { ObservationsModule } from '#features/observations/observations.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { MapsModule } from '../maps.module.js';
import { MapsController } from './maps.controller.js';
import { MetricMapService } from './metric-map.service.js';

@Module({ imports: [PageCacheModule, MapsModule, MetricsModule, ObservationsModule], controllers: [MapsController], providers: [MetricMapService] })
export class MapsWebModule {}
