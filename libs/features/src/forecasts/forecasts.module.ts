import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { ForecastsQueries } from './forecasts.queries.js';
import { StoredForecast } from './stored-forecast.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([StoredForecast]), JudgementsModule], providers: [ForecastsQueries], exports: [TypeOrmModule, ForecastsQueries] })
export class ForecastsModule {}
