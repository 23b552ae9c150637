import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts.module.js';
import { ClearAlertHandler } from './clear-alert.handler.js';
import { RaiseAlertHandler } from './raise-alert.handler.js';

@Module({ imports: [AlertsModule], providers: [RaiseAlertHandler, ClearAlertHandler] })
export class AlertsJobsModule {}
