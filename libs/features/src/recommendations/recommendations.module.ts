import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '#features/calendar/calendar.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { RecommendationClockService } from './recommendation-clock.service.js';
import { RecommendationEvent } from './recommendation-event.entity.js';
import { RecommendationMovesService } from './recommendation-moves.service.js';
import { Recommendation } from './recommendation.entity.js';
import { RecommendationsQueries } from './recommendations.queries.js';
import { RecommendationsService } from './recommendations.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Recommendation, RecommendationEvent]), CalendarModule, MissionsModule, NotificationsModule, OrganisationsModule],
  providers: [RecommendationClockService, RecommendationMovesService, RecommendationsQueries, RecommendationsService],
  exports: [RecommendationClockService, RecommendationMovesService, RecommendationsQueries, RecommendationsService],
})
export class RecommendationsModule {}
