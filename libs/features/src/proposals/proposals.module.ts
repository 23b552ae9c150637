import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AreasModule } from '#features/areas/areas.module.js';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { ProposalClockService } from './proposal-clock.service.js';
import { ProposalEvent } from './proposal-event.entity.js';
import { Proposal } from './proposal.entity.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposalsService } from './proposals.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Proposal, ProposalEvent]), AreasModule, CalendarModule, MissionsModule, NotificationsModule, OrganisationsModule],
  providers: [ProposalClockService, ProposalsQueries, ProposalsService],
  exports: [ProposalClockService, ProposalsQueries, ProposalsService],
})
export class ProposalsModule {}
