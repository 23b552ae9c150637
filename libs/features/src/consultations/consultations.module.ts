import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { ConsultationClockService } from './consultation-clock.service.js';
import { ConsultationEvent } from './consultation-event.entity.js';
import { ConsultationRepliesService } from './consultation-replies.service.js';
import { ConsultationReply } from './consultation-reply.entity.js';
import { Consultation } from './consultation.entity.js';
import { ConsultationsQueries } from './consultations.queries.js';
import { ConsultationsService } from './consultations.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Consultation, ConsultationReply, ConsultationEvent]), CalendarModule, MissionsModule, NotificationsModule, OrganisationsModule],
  providers: [ConsultationClockService, ConsultationRepliesService, ConsultationsQueries, ConsultationsService],
  exports: [ConsultationClockService, ConsultationRepliesService, ConsultationsQueries, ConsultationsService],
})
export class ConsultationsModule {}
