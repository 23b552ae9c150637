import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { ObservationsModule } from '#features/observations/observations.module.js';
import { AmbitionMakingService } from './ambition-making.service.js';
import { AmbitionRequests } from './ambition-requests.js';
import { AmbitionQueries } from './ambition.queries.js';
import { AmbitionService } from './ambition.service.js';
import { StoredAmbition } from './stored-ambition.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([StoredAmbition]), JudgementsModule, ObservationsModule],
  providers: [AmbitionRequests, AmbitionService, AmbitionMakingService, AmbitionQueries],
  exports: [AmbitionService, AmbitionMakingService, AmbitionQueries],
})
export class AmbitionModule {}
