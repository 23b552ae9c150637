import { Module } from '@nestjs/common';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { PublishedObservationsModule } from '../published-observations.module.js';
import { openList } from '#features/open-data/open-list.controller.js';
import { IMPORTS, ImportsList } from './imports-list.js';
import { ObservationsApiController } from './observations-api.controller.js';

@Module({ imports: [MetricsModule, PublishedObservationsModule, ReleasesModule], controllers: [ObservationsApiController, openList(IMPORTS)], providers: [ImportsList] })
export class ObservationsApiModule {}
