import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { AccessToken } from './access-token.entity.js';
import { AccessTokensService } from './access-tokens.service.js';
import { ActorsService } from './actors.service.js';
import { CouncilGrant } from './council-grant.entity.js';
import { CouncilGrantsQueries } from './council-grants.queries.js';
import { CouncilGrantsService } from './council-grants.service.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { IdempotentRequestsService } from './idempotent-requests.service.js';
import { PeopleQueries } from './people.queries.js';
import { PersonDetailsService } from './person-details.service.js';
import { SignInLink } from './sign-in-link.entity.js';
import { SignInService } from './sign-in.service.js';
import { StandIns } from './stand-ins.js';
import { User } from './user.entity.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AccessToken, CouncilGrant, IdempotencyKey, SignInLink, User]), OrganisationsModule, NotificationsModule],
  providers: [AccessTokensService, ActorsService, CouncilGrantsQueries, CouncilGrantsService, IdempotentRequestsService, PeopleQueries, PersonDetailsService, SignInService, StandIns, UsersService],
  exports: [AccessTokensService, ActorsService, CouncilGrantsQueries, CouncilGrantsService, IdempotentRequestsService, PeopleQueries, PersonDetailsService, SignInService, StandIns, UsersService],
})
export class AccessModule {}
