import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AmbitionModule } from '#features/ambition/ambition.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { QualityFindingRow } from './quality-finding.entity.js';
import { QualityLinesQueries } from './quality-lines.queries.js';
import { QualityReviewEvent } from './quality-review-event.entity.js';
import { QualityReviewImportService } from './quality-review-import.service.js';
import { QualityReview } from './quality-review.entity.js';
import { QualityReviewsQueries } from './quality-reviews.queries.js';
import { QualityReviewsService } from './quality-reviews.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([QualityReview, QualityFindingRow, QualityReviewEvent]), AmbitionModule, MissionsModule],
  providers: [QualityReviewsService, QualityReviewImportService, QualityReviewsQueries, QualityLinesQueries],
  exports: [AmbitionModule, QualityLinesQueries, QualityReviewsService, QualityReviewImportService, QualityReviewsQueries],
})
export class MissionQualityModule {}
