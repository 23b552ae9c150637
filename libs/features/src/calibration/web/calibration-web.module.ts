import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { CalibrationModule } from '../calibration.module.js';
import { ShowCalibrationController } from './show-calibration.controller.js';

@Module({ imports: [CalibrationModule, PageCacheModule], controllers: [ShowCalibrationController] })
export class CalibrationWebModule {}
