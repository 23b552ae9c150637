import { Module } from '@nestjs/common';
import { MissionQualityModule } from '../mission-quality.module.js';
import { QualityApiController } from './quality-api.controller.js';

@Module({ imports: [MissionQualityModule], controllers: [QualityApiController] })
export class QualityApiModule {}
