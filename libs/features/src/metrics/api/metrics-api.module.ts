import { Module } from '@nestjs/common';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { MetricsModule } from '../metrics.module.js';
import { MetricsApiController } from './metrics-api.controller.js';

@Module({ imports: [MetricsModule, ReleasesModule], controllers: [MetricsApiController] })
export class MetricsApiModule {}
