import { Module } from '@nestjs/common';
import { openList } from '#features/open-data/open-list.controller.js';
import { ReportsModule } from '../reports.module.js';
import { EditionApiController } from './edition-api.controller.js';
import { EDITIONS, REPORTS } from './reports-lists.js';

@Module({ imports: [ReportsModule], controllers: [openList(EDITIONS), openList(REPORTS), EditionApiController] })
export class ReportsApiModule {}
