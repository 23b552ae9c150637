import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AreasModule } from '#features/areas/areas.module.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { ObservationsModule } from '#features/observations/observations.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { MissionLead } from './mission-lead.entity.js';
import { MissionVacancy } from './mission-vacancy.entity.js';
import { Mission } from './mission.entity.js';
import { MissionsQueries } from './missions.queries.js';
import { TargetContextQueries } from './target-context.queries.js';
import { TargetFiguresQueries } from './target-figures.queries.js';
import { TargetVersion } from './target-version.entity.js';
import { Target } from './target.entity.js';

@Module({
  imports: [
    // a mission cannot be read without the entity of its framework, whose module imports this one
    TypeOrmModule.forFeature([Framework, Mission, MissionLead, MissionVacancy, Target, TargetVersion]),
    AreasModule,
    MetricsModule,
    ObservationsModule,
    OrganisationsModule,
    ReleasesModule,
  ],
  providers: [MissionsQueries, TargetContextQueries, TargetFiguresQueries],
  exports: [TypeOrmModule, MissionsQueries, TargetFiguresQueries],
})
export class MissionsModule {}
