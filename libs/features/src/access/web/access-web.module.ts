import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '../access.guard.js';
import { AccessModule } from '../access.module.js';
import { BearerMiddleware } from '../bearer.middleware.js';
import { ActorMiddleware } from './actor.middleware.js';
import { SignInController } from './sign-in.controller.js';
import { SignInLinkController } from './sign-in-link.controller.js';
import { SignOutController } from './sign-out.controller.js';

/** Sign-in pages, and for every page who asks and whether they may. */
@Module({
  imports: [AccessModule],
  controllers: [SignInController, SignInLinkController, SignOutController],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
})
export class AccessWebModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ActorMiddleware).forRoutes('{*path}');
    // the API stands at the same address and knows no session
    consumer.apply(BearerMiddleware).forRoutes('api/{*path}');
  }
}
