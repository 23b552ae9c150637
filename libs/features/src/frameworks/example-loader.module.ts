import { Module } from '@nestjs/common';
import { AccessModule } from '#features/access/access.module.js';
import { AreasModule } from '#features/areas/areas.module.js';
import { DirectorsModule } from '#features/directors/directors.module.js';
import { FundingModule } from '#features/funding/funding.module.js';
import { MapsModule } from '#features/maps/maps.module.js';
import { MissionQualityModule } from '#features/mission-quality/mission-quality.module.js';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { ObservationsModule } from '#features/observations/observations.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { ExampleLoader } from './example-loader.service.js';
import { ExampleRegisters } from './example-registers.service.js';
import { FrameworksModule } from './frameworks.module.js';

@Module({
  imports: [AccessModule, AreasModule, DirectorsModule, FrameworksModule, FundingModule, MapsModule, MetricsModule, MissionQualityModule, ObservationsModule, OrganisationsModule],
  providers: [ExampleRegisters, ExampleLoader],
  exports: [ExampleLoader],
})
export class ExampleLoaderModule {}
