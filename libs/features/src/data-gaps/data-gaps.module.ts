import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { DataGap } from './data-gap.entity.js';
import { DataGapEvent } from './data-gap-event.entity.js';
import { DataGapFindingService } from './data-gap-finding.service.js';
import { DataGapMovesService } from './data-gap-moves.service.js';
import { DataGapSubjects } from './data-gap-subjects.js';
import { DataGapTarget } from './data-gap-target.entity.js';
import { DataGapsQueries } from './data-gaps.queries.js';
import { DataGapsService } from './data-gaps.service.js';
import { PublishedSeriesQueries } from './published-series.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([DataGap, DataGapTarget, DataGapEvent]), AccessModule, JudgementsModule, OrganisationsModule],
  providers: [DataGapsService, DataGapMovesService, DataGapFindingService, DataGapSubjects, PublishedSeriesQueries, DataGapsQueries],
  exports: [DataGapsService, DataGapMovesService, DataGapFindingService, DataGapsQueries],
})
export class DataGapsModule {}
