import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { Delegation } from './delegation.entity.js';
import { DelegationsQueries } from './delegations.queries.js';
import { DelegationsService } from './delegations.service.js';
import { StandingDelegations } from './standing-delegations.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([Delegation]), AccessModule, NotificationsModule],
  providers: [DelegationsQueries, DelegationsService, StandingDelegations],
  exports: [DelegationsQueries, DelegationsService, StandingDelegations],
})
export class DelegationsModule {}
