import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '../access.guard.js';
import { AccessModule } from '../access.module.js';
import { BearerMiddleware } from '../bearer.middleware.js';

/** For the API alone: the same default deny, everybody a visitor who brings no token. */
@Module({ imports: [AccessModule], providers: [{ provide: APP_GUARD, useClass: AccessGuard }] })
export class AccessApiModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(BearerMiddleware).forRoutes('api/{*path}');
  }
}
