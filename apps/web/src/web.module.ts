import { Module } from '@nestjs/common';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { AlertsWebModule } from '#features/alerts/web/alerts-web.module.js';
import { FrameworksWebModule } from '#features/frameworks/web/frameworks-web.module.js';
import { HealthModule } from '#features/health/health.module.js';
import { JudgementsWebModule } from '#features/judgements/web/judgements-web.module.js';
import { MetricsWebModule } from '#features/metrics/web/metrics-web.module.js';
import { MissionsWebModule } from '#features/missions/web/missions-web.module.js';
import { NotificationsWebModule } from '#features/notifications/web/notifications-web.module.js';
import { ReviewsWebModule } from '#features/reviews/web/reviews-web.module.js';
import { StatementsWebModule } from '#features/statements/web/statements-web.module.js';

/** All pages, and the API beside them at the same address. */
@Module({
  imports: [
    AccessWebModule,
    AlertsWebModule,
    FrameworksWebModule,
    HealthModule,
    JudgementsWebModule,
    MetricsWebModule,
    MissionsWebModule,
    NotificationsWebModule,
    ReviewsWebModule,
    StatementsWebModule,
  ],
})
export class WebModule {}
