import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { ReviewsModule } from '#features/reviews/reviews.module.js';
import { AbsencesQueries } from './absences.queries.js';
import { AbsencesService } from './absences.service.js';
import { InterestBar } from './interest-bar.js';
import { InterestsQueries } from './interests.queries.js';
import { InterestsService } from './interests.service.js';
import { ReasonTemplate } from './reason-template.entity.js';
import { ReasonTemplateVersion } from './reason-template-version.entity.js';
import { ReasonTemplatesQueries } from './reason-templates.queries.js';
import { ReasonTemplatesService } from './reason-templates.service.js';
import { ReviewReturns } from './review-returns.js';
import { ReviewSpreadService } from './review-spread.service.js';
import { ReviewerAbsence } from './reviewer-absence.entity.js';
import { ReviewerInterest } from './reviewer-interest.entity.js';
import { WorkloadQueries } from './workload.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([ReviewerInterest, ReviewerAbsence, ReasonTemplate, ReasonTemplateVersion]), CalendarModule, NotificationsModule, ReviewsModule],
  providers: [
    AbsencesQueries, AbsencesService, InterestBar, InterestsQueries, InterestsService, ReasonTemplatesQueries, ReasonTemplatesService, ReviewReturns, ReviewSpreadService,
    WorkloadQueries,
  ],
  exports: [AbsencesQueries, AbsencesService, InterestsQueries, InterestsService, ReasonTemplatesQueries, ReasonTemplatesService, ReviewSpreadService, WorkloadQueries],
})
export class ReviewersModule {}
