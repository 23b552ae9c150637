import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertsModule } from '#features/alerts/alerts.module.js';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { CalibrationModule } from '#features/calibration/calibration.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { RecommendationsModule } from '#features/recommendations/recommendations.module.js';
import { CouncilRecordQueries } from './council-record.queries.js';
import { FactCheckOpening } from './fact-check-opening.service.js';
import { FactCheckRepliesService } from './fact-check-replies.service.js';
import { FactCheckReply } from './fact-check-reply.entity.js';
import { FactCheckWindow } from './fact-check-window.entity.js';
import { MissionHistoryQueries } from './mission-history.queries.js';
import { ReportAcknowledgement } from './report-acknowledgement.entity.js';
import { ReportAssemblyQueries } from './report-assembly.queries.js';
import { ReportClockService } from './report-clock.service.js';
import { ReportEdition } from './report-edition.entity.js';
import { ReportEvent } from './report-event.entity.js';
import { ReportMovesService } from './report-moves.service.js';
import { ReportPdf } from './report-pdf.entity.js';
import { ReportRecordsQueries } from './report-records.queries.js';
import { ReportSection } from './report-section.entity.js';
import { ReportText } from './report-text.entity.js';
import { ReportTextsService } from './report-texts.service.js';
import { ReportRecommendationsService } from './report-recommendations.service.js';
import { Report } from './report.entity.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportsService } from './reports.service.js';

const SERVICES = [FactCheckRepliesService, ReportClockService, ReportMovesService, ReportRecommendationsService, ReportTextsService, ReportsQueries, ReportsService];

@Module({
  imports: [
    TypeOrmModule.forFeature([Report, ReportSection, ReportText, ReportAcknowledgement, FactCheckWindow, FactCheckReply, ReportEvent, ReportEdition, ReportPdf]),
    AlertsModule, CalendarModule, CalibrationModule, JudgementsModule, MissionsModule, NotificationsModule, OrganisationsModule, RecommendationsModule,
  ],
  providers: [...SERVICES, CouncilRecordQueries, FactCheckOpening, MissionHistoryQueries, ReportAssemblyQueries, ReportRecordsQueries],
  exports: [...SERVICES, RecommendationsModule, ReportAssemblyQueries],
})
export class ReportsModule {}
