import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { AccessGuard } from '../access.guard.js';
import { AccessModule } from '../access.module.js';
import { BearerMiddleware } from '../bearer.middleware.js';
import { AccountsController } from './accounts.controller.js';
import { ActorMiddleware } from './actor.middleware.js';
import { CouncilGrantsController } from './council-grants.controller.js';
import { DecideGrantController } from './decide-grant.controller.js';
import { PeopleController } from './people.controller.js';
import { PersonDetailsController } from './person-details.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignInLinkController } from './sign-in-link.controller.js';
import { SignOutController } from './sign-out.controller.js';

/** Sign-in pages, and for every page who asks and whether they may. */
@Module({
  imports: [AccessModule, PageCacheModule],
  controllers: [AccountsController, CouncilGrantsController, DecideGrantController, PeopleController, PersonDetailsController, SignInController, SignInLinkController, SignOutController],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
})
export class AccessWebModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ActorMiddleware).forRoutes('{*path}');
    // the API stands at the same address and knows no session
    consumer.apply(BearerMiddleware).forRoutes('api/{*path}');
  }
}
