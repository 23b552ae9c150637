import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AreasModule } from '#features/areas/areas.module.js';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { LayoutsService } from './layouts.service.js';
import { Observation } from './observation.entity.js';
import { ObservationsImportService } from './observations-import.service.js';
import { ObservationsQueries } from './observations.queries.js';
import { SeriesChange } from './series-change.entity.js';
import { StoredLayout } from './stored-layout.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Observation, SeriesChange, StoredLayout]), AreasModule, MetricsModule, ReleasesModule],
  providers: [ObservationsImportService, ObservationsQueries, LayoutsService],
  exports: [TypeOrmModule, ObservationsImportService, ObservationsQueries, LayoutsService],
})
export class ObservationsModule {}
