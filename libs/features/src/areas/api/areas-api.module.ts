import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { AreasModule } from '../areas.module.js';
import { AREAS, AreasList } from './areas-list.js';

@Module({ imports: [AreasModule], controllers: [openList(AREAS)], providers: [AreasList] })
export class AreasApiModule {}
