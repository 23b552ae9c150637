import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { RecommendationsModule } from '#features/recommendations/recommendations.module.js';
import { Inquiry } from './inquiry.entity.js';
import { InquiryClockService } from './inquiry-clock.service.js';
import { InquiryDraft } from './inquiry-draft.entity.js';
import { InquiryEvent } from './inquiry-event.entity.js';
import { InquiryEvidenceService } from './inquiry-evidence.service.js';
import { InquiryFindings } from './inquiry-findings.entity.js';
import { InquiryMission } from './inquiry-mission.entity.js';
import { InquiryQuestion } from './inquiry-question.entity.js';
import { InquiryWritingService } from './inquiry-writing.service.js';
import { InquiriesQueries } from './inquiries.queries.js';
import { InquiriesService } from './inquiries.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Inquiry, InquiryDraft, InquiryEvent, InquiryFindings, InquiryMission, InquiryQuestion]), CalendarModule, MissionsModule, NotificationsModule, OrganisationsModule, RecommendationsModule],
  providers: [InquiriesQueries, InquiriesService, InquiryClockService, InquiryEvidenceService, InquiryWritingService],
  exports: [InquiriesQueries, InquiriesService, InquiryClockService, InquiryEvidenceService, InquiryWritingService, RecommendationsModule],
})
export class InquiriesModule {}
