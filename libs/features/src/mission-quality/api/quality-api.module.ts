import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { MissionQualityModule } from '../mission-quality.module.js';
import { QUALITY, QUALITY_FINDINGS, QualityList } from './quality-list.js';

@Module({ imports: [MissionQualityModule], controllers: [openList(QUALITY), openList(QUALITY_FINDINGS)], providers: [QualityList] })
export class QualityApiModule {}
