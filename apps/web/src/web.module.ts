import { Module } from '@nestjs/common';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { HealthModule } from '#features/health/health.module.js';
import { NotificationsWebModule } from '#features/notifications/web/notifications-web.module.js';

/** All pages, and the API beside them at the same address. */
@Module({ imports: [AccessWebModule, HealthModule, NotificationsWebModule] })
export class WebModule {}
