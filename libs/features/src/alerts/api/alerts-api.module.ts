import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { AlertsModule } from '../alerts.module.js';
import { ALERTS, AlertsList } from './alerts-list.js';
import { DEPARTMENT_ALERTS, DepartmentAlertsList } from './department-alerts-list.js';

// the departments before the alerts, one of which could be asked for by that name
@Module({ imports: [AlertsModule], controllers: [openList(DEPARTMENT_ALERTS), openList(ALERTS)], providers: [AlertsList, DepartmentAlertsList] })
export class AlertsApiModule {}
