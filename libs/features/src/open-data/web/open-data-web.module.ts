import { Module } from '@nestjs/common';
import { PublishedObservationsModule } from '#features/observations/published-observations.module.js';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { DownloadSizesModule } from '../download-sizes.service.js';
import { DownloadsQueries } from '../downloads.queries.js';
import { DataFilesController } from './data-files.controller.js';
import { DataPageController } from './data-page.controller.js';
import { SizedFiles } from './sized-files.service.js';

@Module({
  imports: [DownloadSizesModule, PageCacheModule, PublishedObservationsModule, ReleasesModule],
  controllers: [DataPageController, DataFilesController],
  providers: [DownloadsQueries, SizedFiles],
})
export class OpenDataWebModule {}
