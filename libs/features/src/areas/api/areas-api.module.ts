import { Module } from '@nestjs/common';
import { AreasModule } from '../areas.module.js';
import { AreasApiController } from './areas-api.controller.js';

@Module({ imports: [AreasModule], controllers: [AreasApiController] })
export class AreasApiModule {}
