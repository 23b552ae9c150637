import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { MissionQualityModule } from '../mission-quality.module.js';
import { DraftReading } from './draft-reading.js';
import { EditFindingController } from './edit-finding.controller.js';
import { ListQualityController } from './list-quality.controller.js';
import { PublishQualityController } from './publish-quality.controller.js';
import { QualityDraftsController } from './quality-drafts.controller.js';
import { ShowQualityController } from './show-quality.controller.js';

@Module({
  imports: [PageCacheModule, MissionQualityModule],
  controllers: [ShowQualityController, ListQualityController, QualityDraftsController, EditFindingController, PublishQualityController],
  providers: [DraftReading],
})
export class MissionQualityWebModule {}
