import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { PreReleaseModule } from '../pre-release.module.js';
import { CommentBeforeHourController } from './comment-before-hour.controller.js';
import { OpenWindowController } from './open-window.controller.js';
import { PastAccessController } from './past-access.controller.js';

@Module({ imports: [PageCacheModule, PreReleaseModule], controllers: [OpenWindowController, CommentBeforeHourController, PastAccessController] })
export class PreReleaseWebModule {}
