import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { ContributionAskingService } from './contribution-asking.service.js';
import { ContributionClockService } from './contribution-clock.service.js';
import { ContributionCycleFollower } from './contribution-cycle.follower.js';
import { ContributionEvent } from './contribution-event.entity.js';
import { ContributionOutcomesService } from './contribution-outcomes.service.js';
import { ContributionParts } from './contribution-parts.js';
import { Contribution } from './contribution.entity.js';
import { ContributionsQueries } from './contributions.queries.js';
import { ContributionsService } from './contributions.service.js';
import { LateContributors } from './late-contributors.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Contribution, ContributionEvent]), CalendarModule, EvidenceReturnsModule, MissionsModule, NotificationsModule, OrganisationsModule],
  providers: [ContributionAskingService, ContributionClockService, ContributionCycleFollower, ContributionOutcomesService, ContributionParts, ContributionsQueries, ContributionsService, LateContributors],
  exports: [ContributionAskingService, ContributionClockService, ContributionOutcomesService, ContributionsQueries, ContributionsService, EvidenceReturnsModule, LateContributors],
})
export class ContributionsModule {}
