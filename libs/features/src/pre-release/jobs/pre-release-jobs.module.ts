import { Module } from '@nestjs/common';
import { PreReleaseModule } from '../pre-release.module.js';
import { WatchPreRelease } from './watch-pre-release.watch.js';

@Module({ imports: [PreReleaseModule], providers: [WatchPreRelease] })
export class PreReleaseJobsModule {}
