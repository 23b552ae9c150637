import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { ObservationsModule } from '#features/observations/observations.module.js';
import { ImportFileChunk } from './import-file-chunk.entity.js';
import { ImportRun } from './import-run.entity.js';
import { ImportRunsQueries } from './import-runs.queries.js';
import { ImportRunsService } from './import-runs.service.js';

/** Uploads as people and programs hand them in and look at them. */
@Module({
  imports: [TypeOrmModule.forFeature([ImportFileChunk, ImportRun]), AccessModule, ObservationsModule],
  providers: [ImportRunsQueries, ImportRunsService],
  exports: [ImportRunsQueries, ImportRunsService, ObservationsModule, AccessModule],
})
export class ImportsModule {}
