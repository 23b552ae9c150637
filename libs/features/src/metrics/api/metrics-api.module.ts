import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { MetricsModule } from '../metrics.module.js';
import { METRICS, MetricsList } from './metrics-list.js';

@Module({ imports: [MetricsModule, ReleasesModule], controllers: [openList(METRICS)], providers: [MetricsList] })
export class MetricsApiModule {}
