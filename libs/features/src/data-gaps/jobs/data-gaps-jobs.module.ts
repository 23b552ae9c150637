import { Module } from '@nestjs/common';
import { DataGapsModule } from '../data-gaps.module.js';
import { FindDataGapsHandler } from './find-data-gaps.handler.js';
import { WatchDataGapsHandler } from './watch-data-gaps.handler.js';

@Module({ imports: [DataGapsModule], providers: [FindDataGapsHandler, WatchDataGapsHandler] })
export class DataGapsJobsModule {}
