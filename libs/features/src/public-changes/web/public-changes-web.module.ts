import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { PublicChangesModule } from '../public-changes.module.js';
import { FeedsController } from './feeds.controller.js';
import { ListChangesController } from './list-changes.controller.js';

@Module({ imports: [PublicChangesModule, PageCacheModule], controllers: [FeedsController, ListChangesController] })
export class PublicChangesWebModule {}
