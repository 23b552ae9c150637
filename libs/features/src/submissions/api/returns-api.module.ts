import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { PublicReturnsModule } from '../public-returns.module.js';
import { RETURNS, ReturnsList } from './returns-list.js';

@Module({ imports: [PublicReturnsModule], controllers: [openList(RETURNS)], providers: [ReturnsList] })
export class ReturnsApiModule {}
