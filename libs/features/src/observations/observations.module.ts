import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AreasModule } from '#features/areas/areas.module.js';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { Observation } from './observation.entity.js';
import { ObservationsImportService } from './observations-import.service.js';
import { ObservationsQueries } from './observations.queries.js';
import { Release } from '#features/releases/release.entity.js';
import { ReleaseMetric } from '#features/releases/release-metric.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Observation, Release, ReleaseMetric]), AreasModule, MetricsModule],
  providers: [ObservationsImportService, ObservationsQueries],
  exports: [TypeOrmModule, ObservationsImportService, ObservationsQueries],
})
export class ObservationsModule {}
