import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BoundariesService } from './boundaries.service.js';
import { BoundaryFile } from './boundary-file.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([BoundaryFile])], providers: [BoundariesService], exports: [BoundariesService] })
export class MapsModule {}
