import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AreasModule } from '#features/areas/areas.module.js';
import { Fund } from './fund.entity.js';
import { FundingAward } from './funding-award.entity.js';
import { FundingFile } from './funding-file.entity.js';
import { FundingImportService } from './funding-import.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Fund, FundingFile, FundingAward]), AreasModule],
  providers: [FundingImportService],
  exports: [FundingImportService],
})
export class FundingModule {}
