import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { FrameworkStore } from './framework-store.service.js';
import { Framework } from './framework.entity.js';
import { FrameworksQueries } from './frameworks.queries.js';
import { FrameworksService } from './frameworks.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Framework]), MetricsModule, MissionsModule, OrganisationsModule],
  providers: [FrameworksQueries, FrameworkStore, FrameworksService],
  exports: [TypeOrmModule, FrameworksQueries, FrameworksService],
})
export class FrameworksModule {}
