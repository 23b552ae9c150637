import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Metric } from './metric.entity.js';
import { MetricStandingQueries } from './metric-standing.queries.js';
import { MetricsQueries } from './metrics.queries.js';
import { MetricsService } from './metrics.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Metric])],
  providers: [MetricsQueries, MetricsService, MetricStandingQueries],
  exports: [TypeOrmModule, MetricsQueries, MetricsService, MetricStandingQueries],
})
export class MetricsModule {}
