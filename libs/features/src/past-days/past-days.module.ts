import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangingPagesQueries } from './changing-pages.queries.js';
import { DaysOfChangeQueries } from './days-of-change.queries.js';
import { EnteredRecord } from './entered-record.entity.js';
import { EnteredRecordsQueries } from './entered-records.queries.js';
import { OtherDayService } from './other-day.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([EnteredRecord])],
  providers: [ChangingPagesQueries, DaysOfChangeQueries, EnteredRecordsQueries, OtherDayService],
  exports: [ChangingPagesQueries, EnteredRecordsQueries, OtherDayService],
})
export class PastDaysModule {}
