import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AreasModule } from '#features/areas/areas.module.js';
import { MetricsModule } from '#features/metrics/metrics.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { BriefingQueries } from './briefing.queries.js';
import { PlaceReply } from './place-reply.entity.js';
import { PlaceRepliesService } from './place-replies.service.js';
import { PlacesQueries } from './places.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([PlaceReply]), AreasModule, MetricsModule, OrganisationsModule],
  providers: [BriefingQueries, PlacesQueries, PlaceRepliesService],
  exports: [AreasModule, MetricsModule, BriefingQueries, PlacesQueries, PlaceRepliesService],
})
export class PlacesModule {}
