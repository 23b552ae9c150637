import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { ReleasesModule } from '../releases.module.js';
import { AcknowledgeWarningsController } from './acknowledge-warnings.controller.js';
import { MoveHourController } from './move-hour.controller.js';
import { RecordBreakController } from './record-break.controller.js';
import { ReleaseChangesController } from './release-changes.controller.js';
import { ReleasePageService } from './release-page.service.js';
import { ReleasesController } from './releases.controller.js';

@Module({
  imports: [PageCacheModule, ReleasesModule],
  controllers: [ReleasesController, ReleaseChangesController, AcknowledgeWarningsController, MoveHourController, RecordBreakController],
  providers: [ReleasePageService],
})
export class ReleasesWebModule {}
