import { Module } from '@nestjs/common';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { PublishedObservationsModule } from '../published-observations.module.js';
import { ImportsApiController } from './imports-api.controller.js';
import { ObservationsApiController } from './observations-api.controller.js';

@Module({ imports: [MetricsModule, PublishedObservationsModule, ReleasesModule], controllers: [ObservationsApiController, ImportsApiController] })
export class ObservationsApiModule {}
