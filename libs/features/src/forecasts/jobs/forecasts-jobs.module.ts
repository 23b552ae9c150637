import { Module } from '@nestjs/common';
import { MissionsModule } from '#features/missions/missions.module.js';
import { ObservationsModule } from '#features/observations/observations.module.js';
import { ForecastingService } from '../forecasting.service.js';
import { ForecastsModule } from '../forecasts.module.js';
import { ForecastTargetsWatch } from './forecast-targets.watch.js';

@Module({ imports: [ForecastsModule, MissionsModule, ObservationsModule], providers: [ForecastingService, ForecastTargetsWatch] })
export class ForecastsJobsModule {}
