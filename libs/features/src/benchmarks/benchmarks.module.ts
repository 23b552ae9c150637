import { Module } from '@nestjs/common';
import { ObservationsModule } from '#features/observations/observations.module.js';
import { PlacesModule } from '#features/places/places.module.js';
import { BenchmarkFiguresQueries } from './benchmark-figures.queries.js';
import { PlaceBenchmarks } from './place-benchmarks.service.js';

@Module({
  imports: [ObservationsModule, PlacesModule],
  providers: [BenchmarkFiguresQueries, PlaceBenchmarks],
  exports: [PlacesModule, PlaceBenchmarks],
})
export class BenchmarksModule {}
