import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { BenchmarksModule } from '../benchmarks.module.js';
import { BenchmarkPageService } from './benchmark-page.service.js';
import { BenchmarksController } from './benchmarks.controller.js';

@Module({ imports: [PageCacheModule, BenchmarksModule], controllers: [BenchmarksController], providers: [BenchmarkPageService] })
export class BenchmarksWebModule {}
