import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from '../access.guard.js';
import { AccessModule } from '../access.module.js';

/** For the API alone: the same default deny, everybody a visitor until tokens arrive. */
@Module({ imports: [AccessModule], providers: [{ provide: APP_GUARD, useClass: AccessGuard }] })
export class AccessApiModule {}
