import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { CorrectionsQueries } from '../corrections.queries.js';
import { CorrectionsController } from './corrections.controller.js';

@Module({ imports: [PageCacheModule], controllers: [CorrectionsController], providers: [CorrectionsQueries] })
export class CorrectionsWebModule {}
