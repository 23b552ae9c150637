import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CouncilModule } from '#features/council/council.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { MissionsModule } from '#features/missions/missions.module.js';
import { HearingPacksQueries } from './hearing-packs.queries.js';
import { MissionText } from './mission-text.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([MissionText]), CouncilModule, JudgementsModule, MissionsModule],
  providers: [HearingPacksQueries],
  exports: [HearingPacksQueries],
})
export class HearingPacksModule {}
