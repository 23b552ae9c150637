import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MissionsModule } from '#features/missions/missions.module.js';
import { QualityFindingRow } from './quality-finding.entity.js';
import { QualityReviewEvent } from './quality-review-event.entity.js';
import { QualityReviewImportService } from './quality-review-import.service.js';
import { QualityReview } from './quality-review.entity.js';
import { QualityReviewsQueries } from './quality-reviews.queries.js';
import { QualityReviewsService } from './quality-reviews.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([QualityReview, QualityFindingRow, QualityReviewEvent]), MissionsModule],
  providers: [QualityReviewsService, QualityReviewImportService, QualityReviewsQueries],
  exports: [QualityReviewsService, QualityReviewImportService, QualityReviewsQueries],
})
export class MissionQualityModule {}
