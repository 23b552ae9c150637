import { Module } from '@nestjs/common';
import { MetricsModule } from '../metrics.module.js';
import { MetricsApiController } from './metrics-api.controller.js';

@Module({ imports: [MetricsModule], controllers: [MetricsApiController] })
export class MetricsApiModule {}
