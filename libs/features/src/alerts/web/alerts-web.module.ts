import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts.module.js';
import { AcknowledgeAlertController } from './acknowledge-alert.controller.js';
import { AnswerAlertController } from './answer-alert.controller.js';
import { DecideAlertController } from './decide-alert.controller.js';
import { ListAlertsController } from './list-alerts.controller.js';
import { ShowAlertController } from './show-alert.controller.js';

@Module({
  imports: [AlertsModule],
  controllers: [ListAlertsController, ShowAlertController, AcknowledgeAlertController, AnswerAlertController, DecideAlertController],
})
export class AlertsWebModule {}
