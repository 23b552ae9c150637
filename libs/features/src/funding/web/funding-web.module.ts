import { Module } from '@nestjs/common';
import { AreasModule } from '#features/areas/areas.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { PublishedObservationsModule } from '#features/observations/published-observations.module.js';
import { ReleasesModule } from '#features/releases/releases.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { FundingModule } from '../funding.module.js';
import { FundChangesCsvController } from './fund-changes-csv.controller.js';
import { FundChanges } from './fund-changes.service.js';
import { PlaceChanges } from './place-changes.service.js';
import { PlaceMoneyController } from './place-money.controller.js';
import { ShowFundingController } from './show-funding.controller.js';
import { ShowGrantsController } from './show-grants.controller.js';

// the grants before the funds, one of which could be asked for by that name
@Module({
  imports: [AreasModule, FundingModule, JudgementsModule, PageCacheModule, PublishedObservationsModule, ReleasesModule],
  controllers: [PlaceMoneyController, ShowGrantsController, FundChangesCsvController, ShowFundingController],
  providers: [FundChanges, PlaceChanges],
})
export class FundingWebModule {}
