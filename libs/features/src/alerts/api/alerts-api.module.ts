import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts.module.js';
import { AlertsApiController } from './alerts-api.controller.js';

@Module({ imports: [AlertsModule], controllers: [AlertsApiController] })
export class AlertsApiModule {}
