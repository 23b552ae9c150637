import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Area } from '#features/areas/area.entity.js';
import { Observation } from './observation.entity.js';
import { PublishedObservationsQueries } from './published-observations.queries.js';
import { Release } from '#features/releases/release.entity.js';

/** What everybody may read of the figures, without the machine that loads them. */
@Module({
  imports: [TypeOrmModule.forFeature([Area, Observation, Release])],
  providers: [PublishedObservationsQueries],
  exports: [PublishedObservationsQueries],
})
export class PublishedObservationsModule {}
