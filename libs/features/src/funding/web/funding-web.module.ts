import { Module } from '@nestjs/common';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { FundingModule } from '../funding.module.js';
import { ShowFundingController } from './show-funding.controller.js';

@Module({ imports: [FundingModule, PageCacheModule], controllers: [ShowFundingController] })
export class FundingWebModule {}
