import { Module } from '@nestjs/common';
import { AmbitionJobsModule } from '#features/ambition/jobs/ambition-jobs.module.js';
import { AlertsJobsModule } from '#features/alerts/jobs/alerts-jobs.module.js';
import { AttachmentsJobsModule } from '#features/attachments/jobs/attachments-jobs.module.js';
import { CalendarJobsModule } from '#features/calendar/jobs/calendar-jobs.module.js';
import { ConsultationsJobsModule } from '#features/consultations/jobs/consultations-jobs.module.js';
import { ContributionsJobsModule } from '#features/contributions/jobs/contributions-jobs.module.js';
import { DataGapsJobsModule } from '#features/data-gaps/jobs/data-gaps-jobs.module.js';
import { DeliveryPlansJobsModule } from '#features/delivery-plans/jobs/delivery-plans-jobs.module.js';
import { ForecastsJobsModule } from '#features/forecasts/jobs/forecasts-jobs.module.js';
import { FrameworkClosingsJobsModule } from '#features/framework-closings/jobs/framework-closings-jobs.module.js';
import { ImportsJobsModule } from '#features/imports/jobs/imports-jobs.module.js';
import { InterimReviewsJobsModule } from '#features/interim-reviews/jobs/interim-reviews-jobs.module.js';
import { InquiriesJobsModule } from '#features/inquiries/jobs/inquiries-jobs.module.js';
import { RecommendationsJobsModule } from '#features/recommendations/jobs/recommendations-jobs.module.js';
import { JudgementsJobsModule } from '#features/judgements/jobs/judgements-jobs.module.js';
import { LettersJobsModule } from '#features/letters/jobs/letters-jobs.module.js';
import { NotificationsJobsModule } from '#features/notifications/jobs/notifications-jobs.module.js';
import { PreReleaseJobsModule } from '#features/pre-release/jobs/pre-release-jobs.module.js';
import { ProposalsJobsModule } from '#features/proposals/jobs/proposals-jobs.module.js';
import { ReleasesJobsModule } from '#features/releases/jobs/releases-jobs.module.js';
import { ReportsJobsModule } from '#features/reports/jobs/reports-jobs.module.js';
import { ReviewersJobsModule } from '#features/reviewers/jobs/reviewers-jobs.module.js';
import { ReviewsJobsModule } from '#features/reviews/jobs/reviews-jobs.module.js';
import { SubscriptionsJobsModule } from '#features/subscriptions/jobs/subscriptions-jobs.module.js';
import { MailJobsModule } from '#platform/mail/mail.module.js';
import { JobRunnerModule } from '#platform/queue/worker.module.js';

/** The handlers of all job kinds. */
@Module({ imports: [JobRunnerModule, MailJobsModule, FrameworkClosingsJobsModule, AlertsJobsModule, AmbitionJobsModule, AttachmentsJobsModule, CalendarJobsModule, ConsultationsJobsModule, ContributionsJobsModule, DataGapsJobsModule, DeliveryPlansJobsModule, ForecastsJobsModule, ImportsJobsModule, InquiriesJobsModule, RecommendationsJobsModule, InterimReviewsJobsModule, JudgementsJobsModule, LettersJobsModule, NotificationsJobsModule, PreReleaseJobsModule, ProposalsJobsModule, ReleasesJobsModule, ReportsJobsModule, ReviewersJobsModule, ReviewsJobsModule, SubscriptionsJobsModule] })
export class JobsModule {}
