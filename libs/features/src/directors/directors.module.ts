import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#features/access/access.module.js';
import { AreasModule } from '#features/areas/areas.module.js';
import { DirectorEvent } from './director-event.entity.js';
import { Director } from './director.entity.js';
import { DirectorsQueries } from './directors.queries.js';
import { DirectorsService } from './directors.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Director, DirectorEvent]), AccessModule, AreasModule],
  providers: [DirectorsQueries, DirectorsService],
  exports: [DirectorsQueries, DirectorsService],
})
export class DirectorsModule {}
