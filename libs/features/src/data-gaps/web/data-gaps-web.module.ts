import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { DataGapsModule } from '../data-gaps.module.js';
import { DecideDataGapController } from './decide-data-gap.controller.js';
import { EditDataGapController } from './edit-data-gap.controller.js';
import { ListDataGapsController } from './list-data-gaps.controller.js';
import { PlanDataGapController } from './plan-data-gap.controller.js';
import { ShowDataGapController } from './show-data-gap.controller.js';

@Module({
  imports: [DataGapsModule, PageCacheModule],
  controllers: [ListDataGapsController, ShowDataGapController, EditDataGapController, PlanDataGapController, DecideDataGapController],
})
export class DataGapsWebModule {}
