import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { HearingPacksModule } from '../hearing-packs.module.js';
import { HearingPackController } from './hearing-pack.controller.js';

@Module({ imports: [HearingPacksModule, PageCacheModule], controllers: [HearingPackController] })
export class HearingPacksWebModule {}
