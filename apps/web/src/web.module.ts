import { Module } from '@nestjs/common';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { AlertsApiModule } from '#features/alerts/api/alerts-api.module.js';
import { BenchmarksWebModule } from '#features/benchmarks/web/benchmarks-web.module.js';
import { MapsWebModule } from '#features/maps/web/maps-web.module.js';
import { AlertsWebModule } from '#features/alerts/web/alerts-web.module.js';
import { AreasApiModule } from '#features/areas/api/areas-api.module.js';
import { CommentsWebModule } from '#features/comments/web/comments-web.module.js';
import { ConsultationsWebModule } from '#features/consultations/web/consultations-web.module.js';
import { ContributionsWebModule } from '#features/contributions/web/contributions-web.module.js';
import { AttachmentsWebModule } from '#features/attachments/web/attachments-web.module.js';
import { CalibrationWebModule } from '#features/calibration/web/calibration-web.module.js';
import { CalendarWebModule } from '#features/calendar/web/calendar-web.module.js';
import { CorrectionsWebModule } from '#features/corrections/web/corrections-web.module.js';
import { CouncilWebModule } from '#features/council/web/council-web.module.js';
import { DataGapsApiModule } from '#features/data-gaps/api/data-gaps-api.module.js';
import { DataGapsWebModule } from '#features/data-gaps/web/data-gaps-web.module.js';
import { DelegationsWebModule } from '#features/delegations/web/delegations-web.module.js';
import { DeliveryPlansWebModule } from '#features/delivery-plans/web/delivery-plans-web.module.js';
import { DraftLinksWebModule } from '#features/draft-links/web/draft-links-web.module.js';
import { DepartmentsWebModule } from '#features/departments/web/departments-web.module.js';
import { DirectorsWebModule } from '#features/directors/web/directors-web.module.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { DraftsApiModule } from '#features/drafts/api/drafts-api.module.js';
import { FrameworkClosingsWebModule } from '#features/framework-closings/web/framework-closings-web.module.js';
import { FrameworksApiModule } from '#features/frameworks/api/frameworks-api.module.js';
import { FundingApiModule } from '#features/funding/api/funding-api.module.js';
import { FrameworksWebModule } from '#features/frameworks/web/frameworks-web.module.js';
import { FundingWebModule } from '#features/funding/web/funding-web.module.js';
import { HealthModule } from '#features/health/health.module.js';
import { HearingPacksWebModule } from '#features/hearing-packs/web/hearing-packs-web.module.js';
import { ImportsApiModule } from '#features/imports/api/imports-api.module.js';
import { InquiriesApiModule } from '#features/inquiries/api/inquiries-api.module.js';
import { InquiriesWebModule } from '#features/inquiries/web/inquiries-web.module.js';
import { RecommendationsApiModule } from '#features/recommendations/api/recommendations-api.module.js';
import { RecommendationsWebModule } from '#features/recommendations/web/recommendations-web.module.js';
import { ImportsWebModule } from '#features/imports/web/imports-web.module.js';
import { InterimReviewsApiModule } from '#features/interim-reviews/api/interim-reviews-api.module.js';
import { InterimReviewsWebModule } from '#features/interim-reviews/web/interim-reviews-web.module.js';
import { JudgementsWebModule } from '#features/judgements/web/judgements-web.module.js';
import { LanguageModule } from '#features/language/language.module.js';
import { LettersApiModule } from '#features/letters/api/letters-api.module.js';
import { MetricsApiModule } from '#features/metrics/api/metrics-api.module.js';
import { MetricsWebModule } from '#features/metrics/web/metrics-web.module.js';
import { QualityApiModule } from '#features/mission-quality/api/quality-api.module.js';
import { MissionQualityWebModule } from '#features/mission-quality/web/mission-quality-web.module.js';
import { MissionsApiModule } from '#features/missions/api/missions-api.module.js';
import { LettersWebModule } from '#features/letters/web/letters-web.module.js';
import { MissionsWebModule } from '#features/missions/web/missions-web.module.js';
import { NotificationsWebModule } from '#features/notifications/web/notifications-web.module.js';
import { ObservationsApiModule } from '#features/observations/api/observations-api.module.js';
import { PastDaysWebModule } from '#features/past-days/web/past-days-web.module.js';
import { OpenDataWebModule } from '#features/open-data/web/open-data-web.module.js';
import { PlacesWebModule } from '#features/places/web/places-web.module.js';
import { PreReleaseWebModule } from '#features/pre-release/web/pre-release-web.module.js';
import { ProposalsWebModule } from '#features/proposals/web/proposals-web.module.js';
import { PublicChangesWebModule } from '#features/public-changes/web/public-changes-web.module.js';
import { ReleasesApiModule } from '#features/releases/api/releases-api.module.js';
import { ReleasesWebModule } from '#features/releases/web/releases-web.module.js';
import { ReportsWebModule } from '#features/reports/web/reports-web.module.js';
import { ReviewersWebModule } from '#features/reviewers/web/reviewers-web.module.js';
import { ReviewsApiModule } from '#features/reviews/api/reviews-api.module.js';
import { ReviewsWebModule } from '#features/reviews/web/reviews-web.module.js';
import { SearchWebModule } from '#features/search/web/search-web.module.js';
import { SiteFilesWebModule } from '#features/site-files/web/site-files-web.module.js';
import { StatementsWebModule } from '#features/statements/web/statements-web.module.js';
import { ReturnsApiModule } from '#features/submissions/api/returns-api.module.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { SubscriptionsWebModule } from '#features/subscriptions/web/subscriptions-web.module.js';
import { WorkbooksWebModule } from '#features/workbooks/web/workbooks-web.module.js';
import { CalendarApiModule } from '#features/calendar/api/calendar-api.module.js';
import { CalibrationApiModule } from '#features/calibration/api/calibration-api.module.js';
import { ConsultationsApiModule } from '#features/consultations/api/consultations-api.module.js';
import { CouncilApiModule } from '#features/council/api/council-api.module.js';
import { DirectorsApiModule } from '#features/directors/api/directors-api.module.js';
import { JudgementsApiModule } from '#features/judgements/api/judgements-api.module.js';
import { OrganisationsApiModule } from '#features/organisations/api/organisations-api.module.js';
import { ProposalsApiModule } from '#features/proposals/api/proposals-api.module.js';
import { ReportsApiModule } from '#features/reports/api/reports-api.module.js';

/** All pages, and the API beside them at the same address. */
@Module({
  imports: [
    AccessWebModule,
    AlertsApiModule,
    AlertsWebModule,
    AreasApiModule,
    CommentsWebModule,
    AttachmentsWebModule,
    ConsultationsWebModule,
    ContributionsWebModule,
    CalendarWebModule,
    CorrectionsWebModule,
    CouncilWebModule,
    CalibrationWebModule,
    DataGapsApiModule,
    DataGapsWebModule,
    DelegationsWebModule,
    DeliveryPlansWebModule,
    DraftLinksWebModule,
    DepartmentsWebModule,
    DirectorsWebModule,
    EvidenceReturnsWebModule,
    DraftsApiModule,
    FrameworkClosingsWebModule,
    FrameworksApiModule,
    FundingApiModule,
    FrameworksWebModule,
    HealthModule,
    HearingPacksWebModule,
    ImportsApiModule,
    ImportsWebModule,
    InquiriesApiModule,
    InquiriesWebModule,
    RecommendationsApiModule,
    RecommendationsWebModule,
    InterimReviewsApiModule,
    InterimReviewsWebModule,
    JudgementsWebModule,
    LanguageModule,
    LettersApiModule,
    MetricsApiModule,
    MetricsWebModule,
    MissionQualityWebModule,
    MissionsApiModule,
    LettersWebModule,
    MissionsWebModule,
    NotificationsWebModule,
    PastDaysWebModule,
    ObservationsApiModule,
    OpenDataWebModule,
    FundingWebModule,
    PlacesWebModule,
    BenchmarksWebModule,
    MapsWebModule,
    PreReleaseWebModule,
    ProposalsWebModule,
    PublicChangesWebModule,
    QualityApiModule,
    ReleasesApiModule,
    ReleasesWebModule,
    ReportsWebModule,
    ReviewersWebModule,
    ReviewsApiModule,
    ReviewsWebModule,
    SearchWebModule,
    SiteFilesWebModule,
    StatementsWebModule,
    ReturnsApiModule,
    SubmissionsWebModule,
    SubscriptionsWebModule,
    WorkbooksWebModule,
    CalendarApiModule,
    CalibrationApiModule,
    ConsultationsApiModule,
    CouncilApiModule,
    DirectorsApiModule,
    JudgementsApiModule,
    OrganisationsApiModule,
    ProposalsApiModule,
    ReportsApiModule,
  ],
})
export class WebModule {}
