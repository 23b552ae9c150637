import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { Alert } from './alert.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { AlertRaisingService } from './alert-raising.service.js';
import { AlertsQueries } from './alerts.queries.js';
import { AlertsService } from './alerts.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Alert, AlertEvent]), AccessModule, OrganisationsModule, JudgementsModule],
  providers: [AlertsService, AlertRaisingService, AlertsQueries],
  exports: [AlertsService, AlertRaisingService, AlertsQueries],
})
export class AlertsModule {}
