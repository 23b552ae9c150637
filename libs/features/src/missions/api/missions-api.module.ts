import { Module } from '@nestjs/common';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { openList } from '#features/open-data/open-list.controller.js';
import { MissionRecordsQueries } from '../mission-records.queries.js';
import { MissionsModule } from '../missions.module.js';
import { MISSIONS, MissionsList } from './missions-list.js';
import { TARGETS } from './targets-list.js';

@Module({ imports: [MissionsModule, JudgementsModule], controllers: [openList(MISSIONS), openList(TARGETS)], providers: [MissionRecordsQueries, MissionsList] })
export class MissionsApiModule {}
