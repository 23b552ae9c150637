import { Module } from '@nestjs/common';
import { DataGapsModule } from '../data-gaps.module.js';
import { DataGapsApiController } from './data-gaps-api.controller.js';

@Module({ imports: [DataGapsModule], controllers: [DataGapsApiController] })
export class DataGapsApiModule {}
