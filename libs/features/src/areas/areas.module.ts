import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Area } from './area.entity.js';
import { AreasQueries } from './areas.queries.js';
import { AreasService } from './areas.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Area])],
  providers: [AreasQueries, AreasService],
  exports: [TypeOrmModule, AreasQueries, AreasService],
})
export class AreasModule {}
