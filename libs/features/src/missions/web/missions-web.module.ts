import { Module } from '@nestjs/common';
import { AlertsModule } from '#features/alerts/alerts.module.js';
import { PublicCalendarModule } from '#features/calendar/public-calendar.module.js';
import { ContributionsModule } from '#features/contributions/contributions.module.js';
import { ForecastsModule } from '#features/forecasts/forecasts.module.js';
import { HearingPacksModule } from '#features/hearing-packs/hearing-packs.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { PublishedObservationsModule } from '#features/observations/published-observations.module.js';
import { PastDaysModule } from '#features/past-days/past-days.module.js';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { PublicReturnsModule } from '#features/submissions/public-returns.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { MissionsModule } from '../missions.module.js';
import { AboutMissionQueries } from './about-mission.queries.js';
import { MissionPageQueries } from './mission-page.queries.js';
import { MissionPageService } from './mission-page.service.js';
import { PastMissionController } from './past-mission.controller.js';
import { PastMissionPageService } from './past-mission-page.service.js';
import { ShowMissionController } from './show-mission.controller.js';
import { TargetCsvController } from './target-csv.controller.js';
import { TargetForecastsCsvController } from './target-forecasts-csv.controller.js';
import { TargetPageController } from './target-page.controller.js';
import { TargetPageService } from './target-page.service.js';

@Module({
  imports: [PageCacheModule, PastDaysModule, HearingPacksModule, ForecastsModule, PublicCalendarModule, ContributionsModule, MissionsModule, JudgementsModule, AlertsModule, PublicReturnsModule, PublishedObservationsModule, ReleasesModule],
  controllers: [ShowMissionController, PastMissionController, TargetCsvController, TargetForecastsCsvController, TargetPageController],
  providers: [AboutMissionQueries, MissionPageQueries, MissionPageService, PastMissionPageService, TargetPageService],
})
export class MissionsWebModule {}
