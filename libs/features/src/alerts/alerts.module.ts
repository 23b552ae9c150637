import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { DataGapTarget } from '#features/data-gaps/data-gap-target.entity.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { Alert } from './alert.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { AlertGrounds } from './alert-grounds.js';
import { AlertRaisingService } from './alert-raising.service.js';
import { AlertsQueries } from './alerts.queries.js';
import { AlertsService } from './alerts.service.js';

@Module({
  imports: [
    // an alert cannot be read without the entity of its data gap, whose module needs none of alerts
    TypeOrmModule.forFeature([Alert, AlertEvent, DataGap, DataGapTarget]),
    AccessModule,
    CalendarModule,
    NotificationsModule,
    OrganisationsModule,
    JudgementsModule,
  ],
  providers: [AlertsService, AlertRaisingService, AlertGrounds, AlertsQueries],
  exports: [AlertsService, AlertRaisingService, AlertsQueries],
})
export class AlertsModule {}
