import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { CalibrationModule } from '../calibration.module.js';
import { RATINGS, RatingsList } from './ratings-list.js';

@Module({ imports: [CalibrationModule], controllers: [openList(RATINGS)], providers: [RatingsList] })
export class CalibrationApiModule {}
