import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AreasModule } from '#features/areas/areas.module.js';
import { AuthorityGrants } from './authority-grants.entity.js';
import { Fund } from './fund.entity.js';
import { FundRegister } from './fund-register.service.js';
import { FundingAward } from './funding-award.entity.js';
import { FundingFile } from './funding-file.entity.js';
import { FundingImportService } from './funding-import.service.js';
import { FundingQueries } from './funding.queries.js';
import { PlaceMoneyQueries } from './place-money.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([Fund, FundingFile, FundingAward, AuthorityGrants]), AreasModule],
  providers: [FundRegister, FundingImportService, FundingQueries, PlaceMoneyQueries],
  exports: [FundRegister, FundingImportService, FundingQueries, PlaceMoneyQueries],
})
export class FundingModule {}
