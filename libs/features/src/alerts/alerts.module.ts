import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { DataGapTarget } from '#features/data-gaps/data-gap-target.entity.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { Alert } from './alert.entity.js';
import { AlertChangesOfHands } from './alert-changes-of-hands.service.js';
import { AlertClearingService } from './alert-clearing.service.js';
import { AlertEffectCheck } from './alert-effect-check.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { AlertGrounds } from './alert-grounds.js';
import { AlertRaisingService } from './alert-raising.service.js';
import { AlertSilence } from './alert-silence.service.js';
import { AlertWatching } from './alert-watching.service.js';
import { AlertsQueries } from './alerts.queries.js';
import { AlertsService } from './alerts.service.js';
import { CannotTellGrounds } from './cannot-tell-grounds.js';
import { ConflictGrounds } from './conflict-grounds.js';
import { DemotedHeadlines } from './demoted-headlines.js';
import { DepartmentAlertsQueries } from './department-alerts.queries.js';
import { EffectChecks } from './effect-checks.service.js';
import { EffectFindings } from './effect-findings.queries.js';
import { InterimTargetGrounds } from './interim-target-grounds.js';
import { LateReportAlerts } from './late-report-alerts.js';
import { LateSubmissionGrounds } from './late-submission-grounds.js';
import { LevellingDownGrounds } from './levelling-down-grounds.js';
import { MissingFigureGrounds } from './missing-figure-grounds.js';
import { PlanChoices } from './plan-choices.queries.js';
import { RecoveryPlanDraft } from './recovery-plan-draft.entity.js';
import { RecoveryPlanDrafts } from './recovery-plan-drafts.service.js';
import { ResetTargetGrounds } from './reset-target-grounds.js';
import { UnansweredGrounds } from './unanswered-grounds.js';
import { VacancyGrounds } from './vacancy-grounds.js';
import { WatchedAlerts } from './watched-alerts.js';

/** The states that are watched for alerts, one class a kind. */
const GROUNDS = [
  CannotTellGrounds, ConflictGrounds, DemotedHeadlines, InterimTargetGrounds, LateSubmissionGrounds, LevellingDownGrounds, MissingFigureGrounds,
  ResetTargetGrounds, UnansweredGrounds, VacancyGrounds,
];

@Module({
  imports: [
    // an alert cannot be read without the entity of its data gap, whose module needs none of alerts
    TypeOrmModule.forFeature([Alert, AlertEffectCheck, AlertEvent, RecoveryPlanDraft, DataGap, DataGapTarget]),
    AccessModule,
    CalendarModule,
    NotificationsModule,
    OrganisationsModule,
    JudgementsModule,
    MissionsModule,
  ],
  providers: [...GROUNDS, EffectFindings, WatchedAlerts, LateReportAlerts, AlertWatching, AlertChangesOfHands, AlertClearingService, AlertsService, AlertRaisingService, AlertGrounds, AlertsQueries, AlertSilence, DepartmentAlertsQueries, EffectChecks, PlanChoices, RecoveryPlanDrafts],
  exports: [LateReportAlerts, AlertWatching, AlertChangesOfHands, AlertClearingService, AlertsService, AlertRaisingService, AlertsQueries, AlertSilence, DepartmentAlertsQueries, EffectChecks, PlanChoices, RecoveryPlanDrafts],
})
export class AlertsModule {}
