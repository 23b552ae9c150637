import { Module } from '@nestjs/common';
import { LettersModule } from '#features/letters/letters.module.js';
import { PastDaysModule } from '#features/past-days/past-days.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { AlertsModule } from '../alerts.module.js';
import { AcknowledgeAlertController } from './acknowledge-alert.controller.js';
import { DecideAlertController } from './decide-alert.controller.js';
import { DepartmentAlertsController } from './department-alerts.controller.js';
import { EditActionController } from './edit-action.controller.js';
import { ListAlertsController } from './list-alerts.controller.js';
import { PastAlertController } from './past-alert.controller.js';
import { RecoveryPlanController } from './recovery-plan.controller.js';
import { ShowAlertController } from './show-alert.controller.js';
import { TalkAboutAlertController } from './talk-about-alert.controller.js';

@Module({
  imports: [PastDaysModule, AlertsModule, LettersModule, PageCacheModule],
  // `departments` before the reference, which would take it for one
  controllers: [
    ListAlertsController, DepartmentAlertsController, ShowAlertController, PastAlertController, AcknowledgeAlertController, TalkAboutAlertController, RecoveryPlanController, EditActionController, DecideAlertController,
  ],
})
export class AlertsWebModule {}
