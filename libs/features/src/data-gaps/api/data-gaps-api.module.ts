import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { DataGapsModule } from '../data-gaps.module.js';
import { DATA_GAPS, DataGapsList } from './data-gaps-list.js';

@Module({ imports: [DataGapsModule], controllers: [openList(DATA_GAPS)], providers: [DataGapsList] })
export class DataGapsApiModule {}
