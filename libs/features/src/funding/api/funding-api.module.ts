import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { FundingModule } from '../funding.module.js';
import { AWARDS, FUNDS } from './funding-lists.js';

@Module({ imports: [FundingModule], controllers: [openList(FUNDS), openList(AWARDS)] })
export class FundingApiModule {}
