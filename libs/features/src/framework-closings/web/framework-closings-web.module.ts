import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { FrameworkClosingsModule } from '../framework-closings.module.js';
import { MoveClosingController } from './move-closing.controller.js';
import { PrepareClosingController } from './prepare-closing.controller.js';
import { ShowClosingController } from './show-closing.controller.js';

@Module({ imports: [FrameworkClosingsModule, PageCacheModule], controllers: [ShowClosingController, PrepareClosingController, MoveClosingController] })
export class FrameworkClosingsWebModule {}
