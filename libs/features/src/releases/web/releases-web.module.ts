import { Module } from '@nestjs/common';
import { PageCache, PageCacheModule } from '#platform/pages/page-cache.js';
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
export class ReleasesWebModule {
  constructor(cache: PageCache) {
    // the figures of a release are public from its hour on, even where the job that announces it is late
    cache.mindHour('SELECT max(published_at) FROM releases WHERE published_at <= $1');
  }
}
