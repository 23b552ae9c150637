import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { ReleasesModule } from '../releases.module.js';
import { ReleasesApiController } from './releases-api.controller.js';
import { RELEASES, ReleasesList } from './releases-list.js';

@Module({ imports: [ReleasesModule], controllers: [ReleasesApiController, openList(RELEASES)], providers: [ReleasesList] })
export class ReleasesApiModule {}
