import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Area } from './area.entity.js';
import { AreaLinesQueries } from './area-lines.queries.js';
import { AreaClass } from './area-class.entity.js';
import { AreaNeighbour } from './area-neighbour.entity.js';
import { AreaParent } from './area-parent.entity.js';
import { AreaSuccession } from './area-succession.entity.js';
import { AreasQueries } from './areas.queries.js';
import { AreasService } from './areas.service.js';
import { NeighbourSet } from './neighbour-set.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Area, AreaParent, AreaSuccession, AreaClass, NeighbourSet, AreaNeighbour])],
  providers: [AreaLinesQueries, AreasQueries, AreasService],
  exports: [TypeOrmModule, AreaLinesQueries, AreasQueries, AreasService],
})
export class AreasModule {}
