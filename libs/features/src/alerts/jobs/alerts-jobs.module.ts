import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts.module.js';
import { AlertsWithoutResponseWatch } from './alerts-without-response.watch.js';
import { CheckAlertsHandler } from './check-alerts.handler.js';
import { CheckEffectsWatch } from './check-effects.watch.js';
import { ClearAlertHandler } from './clear-alert.handler.js';
import { MoveAlertsWatch } from './move-alerts.watch.js';
import { RaiseAlertHandler } from './raise-alert.handler.js';
import { RaiseAlertsWatch } from './raise-alerts.watch.js';

@Module({ imports: [AlertsModule], providers: [AlertsWithoutResponseWatch, CheckEffectsWatch, RaiseAlertHandler, ClearAlertHandler, CheckAlertsHandler, RaiseAlertsWatch, MoveAlertsWatch] })
export class AlertsJobsModule {}
