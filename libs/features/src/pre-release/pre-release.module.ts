import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotificationsModule } from '#features/notifications/notifications.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { PlacesModule } from '#features/places/places.module.js';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { PreReleaseBody } from './pre-release-body.entity.js';
import { PreReleaseComment } from './pre-release-comment.entity.js';
import { PreReleasePublishingService } from './pre-release-publishing.service.js';
import { PreReleaseWindow } from './pre-release-window.entity.js';
import { PreReleaseQueries } from './pre-release.queries.js';
import { PreReleaseService } from './pre-release.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PreReleaseWindow, PreReleaseBody, PreReleaseComment]), NotificationsModule, OrganisationsModule, PlacesModule, ReleasesModule],
  providers: [PreReleasePublishingService, PreReleaseQueries, PreReleaseService],
  exports: [PreReleasePublishingService, PreReleaseQueries, PreReleaseService],
})
export class PreReleaseModule {}
