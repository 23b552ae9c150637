import { Module } from '@nestjs/common';
import { AccessApiModule } from '#features/access/api/access-api.module.js';
import { AlertsApiModule } from '#features/alerts/api/alerts-api.module.js';
import { AreasApiModule } from '#features/areas/api/areas-api.module.js';
import { ContributionsModule } from '#features/contributions/contributions.module.js';
import { DataGapsApiModule } from '#features/data-gaps/api/data-gaps-api.module.js';
import { DraftsApiModule } from '#features/drafts/api/drafts-api.module.js';
import { FrameworksApiModule } from '#features/frameworks/api/frameworks-api.module.js';
import { FundingApiModule } from '#features/funding/api/funding-api.module.js';
import { HealthModule } from '#features/health/health.module.js';
import { ImportsApiModule } from '#features/imports/api/imports-api.module.js';
import { LettersApiModule } from '#features/letters/api/letters-api.module.js';
import { InterimReviewsApiModule } from '#features/interim-reviews/api/interim-reviews-api.module.js';
import { MetricsApiModule } from '#features/metrics/api/metrics-api.module.js';
import { QualityApiModule } from '#features/mission-quality/api/quality-api.module.js';
import { MissionsApiModule } from '#features/missions/api/missions-api.module.js';
import { ObservationsApiModule } from '#features/observations/api/observations-api.module.js';
import { ReleasesApiModule } from '#features/releases/api/releases-api.module.js';
import { ReviewsApiModule } from '#features/reviews/api/reviews-api.module.js';
import { ReturnsApiModule } from '#features/submissions/api/returns-api.module.js';
import { CalendarApiModule } from '#features/calendar/api/calendar-api.module.js';
import { CalibrationApiModule } from '#features/calibration/api/calibration-api.module.js';
import { ConsultationsApiModule } from '#features/consultations/api/consultations-api.module.js';
import { CouncilApiModule } from '#features/council/api/council-api.module.js';
import { DirectorsApiModule } from '#features/directors/api/directors-api.module.js';
import { JudgementsApiModule } from '#features/judgements/api/judgements-api.module.js';
import { OrganisationsApiModule } from '#features/organisations/api/organisations-api.module.js';
import { ProposalsApiModule } from '#features/proposals/api/proposals-api.module.js';
import { ReportsApiModule } from '#features/reports/api/reports-api.module.js';
import { InquiriesApiModule } from '#features/inquiries/api/inquiries-api.module.js';
import { RecommendationsApiModule } from '#features/recommendations/api/recommendations-api.module.js';

/** The API alone, to be scaled by itself; `apps/web` mounts the same modules. */
@Module({
  imports: [
    AccessApiModule,
    AlertsApiModule,
    AreasApiModule,
    // what others contribute is a part of every return that is sent by the API
    ContributionsModule,
    DataGapsApiModule,
    DraftsApiModule,
    FrameworksApiModule,
    FundingApiModule,
    HealthModule,
    ImportsApiModule,
    LettersApiModule,
    InterimReviewsApiModule,
    MetricsApiModule,
    MissionsApiModule,
    ObservationsApiModule,
    QualityApiModule,
    ReleasesApiModule,
    ReviewsApiModule,
    ReturnsApiModule,
    CalendarApiModule,
    CalibrationApiModule,
    ConsultationsApiModule,
    CouncilApiModule,
    DirectorsApiModule,
    JudgementsApiModule,
    OrganisationsApiModule,
    ProposalsApiModule,
    ReportsApiModule,
    InquiriesApiModule,
    RecommendationsApiModule,
  ],
})
export class ApiModule {}
